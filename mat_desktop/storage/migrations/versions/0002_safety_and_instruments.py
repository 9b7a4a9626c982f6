"""Instruments and responses, safety cards, consents one by one, check-in and the door list.

What was answered to the first readiness form becomes a response to it; the two consents become consents with the
wording of their day.
"""

from secrets import token_hex

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_READINESS = ("daily", "criticism", "confidence", "support", "sober", "overwhelmed", "listen", "crisis")
_RULERS = ("importance", "sureness", "hope", "will_call", "can_listen")
_REPLIES = {"yes": 1, "unsure": 2, "no": 3}
_CONSENTS = (
    ("consent_take_part", "take part", "Agrees to take part"),
    ("consent_store", "store", "Agrees that this is stored"),
)
_CARD_WORDS = (
    "Speak with them privately, today, before they leave.\n"
    "Ask plainly: “Are you thinking of ending your life? Are you safe at home?”\n"
    "Offer to phone a crisis line together. If there is immediate danger, phone the emergency number and do not leave "
    "them alone."
)


def upgrade() -> None:
    """Make the new tables, carry over what the old ones held, drop what nothing reads any more."""
    op.create_table(
        "loaded_instrument",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.String(length=40), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("loaded_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loaded_instrument")),
        sa.UniqueConstraint("instrument", name=op.f("uq_loaded_instrument_instrument")),
        sa.UniqueConstraint("uid", name=op.f("uq_loaded_instrument_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "crisis_contact",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_crisis_contact_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_contact")),
        sa.UniqueConstraint("uid", name=op.f("uq_crisis_contact_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_crisis_contact_workshop_id"), "crisis_contact", ["workshop_id"], unique=False)
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_measure_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sa.UniqueConstraint("uid", name=op.f("uq_measure_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_measure_workshop_id"), "measure", ["workshop_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("wording", sa.String(length=4000), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_consent_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.UniqueConstraint("uid", name=op.f("uq_consent_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_consent_participant_id"), "consent", ["participant_id"], unique=False)
    op.create_table(
        "hand_over",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("instruments", sa.String(length=400), nullable=False),
        sa.Column("handed_at", sa.String(length=40), nullable=False),
        sa.Column("ended_at", sa.String(length=40), nullable=True),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("returned_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_hand_over_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over")),
        sa.UniqueConstraint("uid", name=op.f("uq_hand_over_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hand_over_participant_id"), "hand_over", ["participant_id"], unique=False)
    op.create_table(
        "response",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("occasion", sa.String(length=40), nullable=False),
        sa.Column("informant", sa.String(length=40), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_response_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("uid", name=op.f("uq_response_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_response_participant_id"), "response", ["participant_id"], unique=False)
    op.create_table(
        "safety_card",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.String(length=40), nullable=False),
        sa.Column("opened_by", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=4000), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=True),
        sa.Column("action", sa.String(length=4000), nullable=False),
        sa.Column("acted_at", sa.String(length=40), nullable=False),
        sa.Column("initials", sa.String(length=40), nullable=False),
        sa.Column("closed_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_safety_card_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_card")),
        sa.UniqueConstraint("uid", name=op.f("uq_safety_card_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_safety_card_participant_id"), "safety_card", ["participant_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("second_state", sa.String(length=40), nullable=True),
        sa.Column("second_value", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name=op.f("fk_answer_response_id_response")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("uid", name=op.f("uq_answer_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_answer_response_id"), "answer", ["response_id"], unique=False)
    op.add_column("participant", sa.Column("presence", sa.String(length=40), nullable=False, server_default="expected"))
    op.add_column("participant", sa.Column("walk_in", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("participant", sa.Column("came_at", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("left_at", sa.String(length=40), nullable=True))
    op.add_column(
        "participant", sa.Column("numbers_exchanged", sa.Boolean(), nullable=False, server_default=sa.text("0"))
    )
    op.add_column("participant", sa.Column("papers_in_hand", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("participant", sa.Column("phone_on", sa.Date(), nullable=True))
    op.add_column("partnership", sa.Column("held_from", sa.String(length=40), nullable=True))
    op.add_column("screening", sa.Column("mode", sa.String(length=40), nullable=True))
    op.add_column("workshop", sa.Column("second_person", sa.String(length=200), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("answers_reader", sa.String(length=200), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("second_entry", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("workshop", sa.Column("card_words", sa.String(length=4000), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("contacts_checked_on", sa.Date(), nullable=True))
    op.add_column("workshop", sa.Column("ballots_destroyed", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("workshop", sa.Column("paper_counted", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("workshop", sa.Column("closed_at", sa.String(length=40), nullable=True))
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE workshop SET card_words = :words"), {"words": _CARD_WORDS})
    _carry_consents(connection)
    _carry_answers(connection)
    op.drop_index(op.f("ix_screening_answer_screening_id"), table_name="screening_answer")
    op.drop_table("screening_answer")
    op.drop_column("participant", "consent_take_part")
    op.drop_column("participant", "consent_store")


def _carry_consents(connection: sa.Connection) -> None:
    for column, kind, wording in _CONSENTS:
        rows = connection.execute(sa.text(f"SELECT id, {column} FROM participant WHERE {column} IS NOT NULL")).all()
        for person, day in rows:
            connection.execute(
                sa.text(
                    "INSERT INTO consent (uid, row_version, participant_id, kind, wording, version, given_on) "
                    "VALUES (:uid, 1, :person, :kind, :wording, 0, :day)"
                ),
                {"uid": token_hex(16), "person": person, "kind": kind, "wording": wording, "day": day},
            )


def _carry_answers(connection: sa.Connection) -> None:
    talks = connection.execute(
        sa.text(
            "SELECT s.id, s.participant_id, s.happened_on, w.held_on FROM screening s "
            "JOIN participant p ON p.id = s.participant_id JOIN workshop w ON w.id = p.workshop_id"
        )
    ).all()
    for talk, person, happened_on, held_on in talks:
        given: dict[str, str] = dict(
            connection.execute(
                sa.text("SELECT question, value FROM screening_answer WHERE screening_id = :talk"), {"talk": talk}
            ).all()
        )
        occasion = "before the day" if happened_on and happened_on < held_on else "the day"
        readiness = {n: _REPLIES[given[key]] for n, key in enumerate(_READINESS, 1) if given.get(key) in _REPLIES}
        rulers = {n: int(given[key]) for n, key in enumerate(_RULERS, 1) if given.get(key, "").isdecimal()}
        for instrument, answers in (("readiness", readiness), ("rulers", rulers)):
            _add_response(connection, person, instrument, occasion, happened_on, answers)


def _add_response(
    connection: sa.Connection, person: int, instrument: str, occasion: str, day: object, answers: dict[int, int]
) -> None:
    if not answers:
        return
    made = connection.execute(
        sa.text(
            "INSERT INTO response (uid, row_version, participant_id, instrument, version, occasion, informant, mode, "
            "happened_on) VALUES (:uid, 1, :person, :instrument, '1', :occasion, 'self', 'read aloud', :day)"
        ),
        {"uid": token_hex(16), "person": person, "instrument": instrument, "occasion": occasion, "day": day},
    )
    for item, value in answers.items():
        connection.execute(
            sa.text(
                "INSERT INTO answer (uid, row_version, response_id, item, state, value, words) "
                "VALUES (:uid, 1, :response, :item, 'given', :value, '')"
            ),
            {"uid": token_hex(16), "response": made.lastrowid, "item": item, "value": value},
        )
