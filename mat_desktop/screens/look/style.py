"""The style sheet, filled from the tokens."""

from string import Template

from mat_desktop.screens.look.tokens import LIGHT

_QSS = Template("""
* { font-family: "Atkinson Hyperlegible Next", "DejaVu Sans"; font-size: 16px; color: $ink; }
QMainWindow, #canvas, #cover, QDialog { background: $canvas; }
QToolTip { background: $surface; color: $ink; border: 1px solid $control; padding: 4px; }
QLabel { background: transparent; }
QLabel[kind="question"] { font-size: 44px; font-weight: 600; }
QLabel[kind="title"] { font-size: 26px; font-weight: 700; }
QLabel[kind="person"] { font-size: 22px; font-weight: 700; }
QLabel[kind="section"] { font-size: 19px; font-weight: 700; }
QLabel[kind="number"] { font-size: 30px; font-weight: 700; }
QLabel[kind="clock"] { font-size: 96px; font-weight: 700; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="small"] { font-size: 14px; color: $ink_muted; }
QLabel[kind="muted"] { color: $ink_muted; }
QLabel[kind="label"] { font-size: 14px; font-weight: 600; }
QLabel[kind="error"] { font-size: 14px; color: $danger_ink; }
QLabel[kind="attn"] { font-size: 14px; font-weight: 600; color: $attn_ink; }
QLabel[kind="link"] { color: $primary; font-weight: 600; }
#hairline { background: $line; border: none; }
#card { background: $surface; border: 1px solid $line; border-radius: 12px; }
#locked { background: $surface; border: 2px solid $primary; border-radius: 12px; }
#well { background: $sunken; border-radius: 12px; }
#soft { background: $primary_soft; border: 1px solid $primary; border-radius: 12px; }
QGroupBox { background: transparent; border: 1px solid transparent; border-radius: 12px; margin: 0; padding: 0; }
QGroupBox#soft { background: $primary_soft; border: 1px solid $primary; }
#caution { background: $attn_bg; border-radius: 10px; }
#caution QLabel { color: $attn_ink; }
#notice { background: $pause_bg; border-radius: 10px; }
#notice QLabel { color: $pause_ink; }
#complaint { background: $danger_bg; border-radius: 10px; }
#complaint QLabel { color: $danger_ink; }
#guidance { background: $say_bg; border-radius: 10px; }
#guidance QLabel { font-size: 17px; color: $say_ink; }
#guidance QLabel[kind="lead"] { font-weight: 700; }
#guidance QPushButton { background: transparent; border: none; color: $say_ink; font-weight: 600; }
#actionbar { background: $surface; border-top: 1px solid $line; }
#actionbar[tight="true"] QPushButton { padding: 0 10px; }
#rail { background: $rail; }
#rail QLabel { color: $rail_muted; font-size: 14px; }
#rail QLabel[kind="brand"] { color: $rail_ink; font-size: 19px; font-weight: 600; }
#rail QLabel[kind="place"] { color: $rail_ink; font-weight: 600; font-size: 16px; }
#railbox { border: 1px solid $rail_line; border-radius: 8px; }
#rail QPushButton { background: transparent; border: none; color: $rail_ink; text-align: left; padding: 0 12px;
  font-weight: 400; border-radius: 8px; min-height: 40px; }
#rail QPushButton:hover { background: $rail_hover; }
#rail QPushButton[current="true"] { background: $rail_cur; color: $ink; font-weight: 600; }
QListView { background: transparent; border: none; outline: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#bare { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $control; border-radius: 4px; min-height: 40px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $control; border-radius: 4px; min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLineEdit, QPlainTextEdit, QComboBox { background: $surface; border: 1px solid $control; border-radius: 8px;
  padding: 0 12px; min-height: 40px; selection-background-color: $primary; selection-color: $on_primary; }
QPlainTextEdit { padding: 5px 8px; min-height: 24px; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $canvas; color: $ink_muted; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $danger; }
QComboBox::drop-down { border: none; width: 32px; }
QComboBox::down-arrow { image: url($chevron); width: 18px; height: 18px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control; outline: none;
  selection-background-color: $primary_soft; selection-color: $on_primary_soft; }
QPushButton { background: $surface; border: 1px solid $control; border-radius: 8px; padding: 0 18px;
  min-height: 42px; font-weight: 600; }
QPushButton:hover { background: $canvas; }
QPushButton:disabled { color: $ink_muted; border-color: $line; background: $canvas; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; border: 1px solid $primary; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $primary_hover; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $ink_muted; border-color: $line; }
QPushButton[kind="flag"] { padding: 0 6px; min-height: 40px; }
QPushButton[kind="flag"]::menu-indicator { width: 0; }
QPushButton[kind="quiet"] { background: transparent; border: none; color: $primary; padding: 0 10px; }
QPushButton[kind="danger"] { background: transparent; border: none; color: $danger; padding: 0 10px; }
QPushButton[kind="destroy"] { background: $surface; color: $danger; border: 2px solid $danger; }
QPushButton[kind="chip"] { font-weight: 600; text-align: left; padding: 0 10px; }
QPushButton[kind="chip"][landing="true"] { border: 2px dashed $primary; background: $primary_soft; }
QPushButton[kind="chip"][pulled="true"] { border: 1px dashed $line; color: $ink_muted; background: $canvas; }
QPushButton[kind="lock"] { padding: 0; min-height: 40px; min-width: 40px; max-width: 40px; border: none;
  background: transparent; }
QPushButton[kind="lock"]:checked { background: $primary; }
QPushButton[kind="segment"] { border-radius: 0; padding: 0 8px; min-height: 40px; border-right: none; }
QPushButton[kind="segment"][end="first"] { border-top-left-radius: 8px; border-bottom-left-radius: 8px; }
QPushButton[kind="segment"][end="last"] { border-top-right-radius: 8px; border-bottom-right-radius: 8px;
  border-right: 1px solid $control; }
QPushButton[kind="segment"][end="only"] { border-radius: 8px; border-right: 1px solid $control; }
QPushButton[kind="segment"]:checked { background: $primary; color: $on_primary; border-color: $primary; }
QPushButton[kind="tap"] { padding: 0 6px; min-height: 40px; font-weight: 400; }
QPushButton[kind="tap"]:checked { background: $primary_soft; color: $on_primary_soft; border: 2px solid $primary;
  font-weight: 600; }
QCheckBox { spacing: 10px; min-height: 40px; background: transparent; }
QCheckBox::indicator { width: 22px; height: 22px; border: 1px solid $control; border-radius: 6px;
  background: $surface; }
QCheckBox::indicator:checked { background: $primary; border-color: $primary; image: url($tick); }
QMenu { background: $surface; border: 1px solid $control; padding: 6px; }
QMenu::item { padding: 9px 32px 9px 18px; border-radius: 6px; }
QMenu::right-arrow { width: 12px; right: 10px; }
QMenu::item:selected { background: $primary_soft; color: $on_primary_soft; }
QMenu::item:disabled { color: $ink_muted; }
QSlider::groove:horizontal { height: 6px; background: $line; border-radius: 3px; }
QSlider::sub-page:horizontal { height: 6px; background: $primary; border-radius: 3px; }
QSlider::handle:horizontal { width: 18px; height: 18px; margin: -8px 0; border-radius: 11px; background: $surface;
  border: 3px solid $primary; }
#projector { background: $surface; }
QTableView { background: $surface; border: none; gridline-color: $line; outline: none; }
QHeaderView::section { background: $surface; border: none; padding: 4px; font-size: 14px; color: $ink_muted; }
QProgressBar { background: $line; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }
""")


def style_sheet(chevron: str, tick: str) -> str:
    """The whole sheet for the light theme; the two files are drawn icons."""
    return _QSS.substitute(LIGHT, chevron=chevron, tick=tick)
