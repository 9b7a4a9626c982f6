"""The style sheet, filled from the tokens."""

import re
from string import Template

from mat_desktop.screens.look.theme import FAMILIES, Theme

_QSS = Template("""
* { font-family: $families; font-size: @16; color: $ink; }
QMainWindow, #canvas, #cover, QDialog { background: $canvas; }
QToolTip { background: $surface; color: $ink; border: ${border}px solid $control; padding: 4px; }
QLabel { background: transparent; }
QLabel[kind="question"] { font-size: @44; font-weight: 600; }
QLabel[kind="title"] { font-size: @26; font-weight: 700; }
QLabel[kind="person"] { font-size: @22; font-weight: 700; }
QLabel[kind="section"] { font-size: @19; font-weight: 700; }
QLabel[kind="number"] { font-size: @30; font-weight: 700; }
QLabel[kind="clock"] { font-size: @96; font-weight: 700; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="small"] { font-size: @14; color: $ink_muted; }
QLabel[kind="muted"] { color: $ink_muted; }
QLabel[kind="label"] { font-size: @14; font-weight: 600; }
QLabel[kind="error"] { font-size: @14; color: $danger_ink; }
QLabel[kind="attn"] { font-size: @14; font-weight: 600; color: $attn_ink; }
QLabel[kind="link"] { color: $primary; font-weight: 600; }
#hairline { background: $line; border: none; }
#card { background: $surface; border: ${border}px solid $line; border-radius: 12px; }
#locked { background: $surface; border: 2px solid $primary; border-radius: 12px; }
#well { background: $sunken; border-radius: 12px; }
#soft { background: $primary_soft; border: ${border}px solid $primary; border-radius: 12px; }
QGroupBox { background: transparent; border: ${border}px solid transparent; border-radius: 12px; margin: 0;
  padding: 0; }
QGroupBox#soft { background: $primary_soft; border: ${border}px solid $primary; }
#saidover { background: $surface; border: none; }
#saidover[ground="canvas"] { background: $canvas; }
#saidover[ground="soft"] { background: $primary_soft; }
#caution { background: $attn_bg; border-radius: 10px; }
#caution QLabel { color: $attn_ink; }
#notice { background: $pause_bg; border-radius: 10px; }
#notice QLabel { color: $pause_ink; }
#complaint { background: $danger_bg; border-radius: 10px; }
#complaint QLabel { color: $danger_ink; }
#dueMark { background: $pause_bg; border-radius: 8px; }
#lateMark { background: $attn_bg; border-radius: 8px; }
#guidance { background: $say_bg; border-radius: 10px; }
#guidance QLabel { font-size: @17; color: $say_ink; }
#guidance QLabel[kind="lead"] { font-weight: 700; }
#guidance QPushButton { background: transparent; border: none; color: $say_ink; font-weight: 600; }
#actionbar { background: $surface; border-top: ${border}px solid $line; }
#rail { background: $rail; }
#rail QLabel { color: $rail_muted; font-size: @14; }
#rail QLabel[kind="brand"] { color: $rail_ink; font-size: @19; font-weight: 600; }
#rail QLabel[kind="place"] { color: $rail_ink; font-weight: 600; font-size: @16; }
#railbox { border: ${border}px solid $rail_line; border-radius: 8px; }
#rail QScrollBar:vertical { width: 8px; margin: 0; }
#rail QScrollBar::handle:vertical { background: $rail_line; border-radius: 3px; }
#rail QPushButton { background: transparent; border: none; color: $rail_ink; text-align: left; padding: 0 12px;
  font-weight: 400; border-radius: 8px; min-height: @40; }
#rail QPushButton:hover { background: $rail_hover; }
#rail QPushButton[current="true"] { background: $rail_cur; color: $ink; font-weight: 600; }
QListView { background: transparent; border: none; outline: none; }
QListView#completions { background: $surface; border: 1px solid $control; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#bare { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $control; border-radius: 4px; min-height: @40; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $control; border-radius: 4px; min-width: @40; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLineEdit, QPlainTextEdit, QComboBox { background: $surface; border: ${border}px solid $control; border-radius: 8px;
  padding: 0 12px; min-height: @40; selection-background-color: $primary; selection-color: $on_primary;
  placeholder-text-color: $ink_muted; }
QPlainTextEdit { padding: 5px 8px; min-height: @24; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $canvas; color: $ink_muted; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $danger; }
QLineEdit[wrong="true"] { padding: 0 11px; min-height: @38; }
QPlainTextEdit[wrong="true"] { padding: 4px 7px; min-height: @24; }
QAbstractSpinBox { background: $surface; color: $ink; border: ${border}px solid $control; border-radius: 8px;
  padding: 0 8px; min-height: @40; selection-background-color: $primary; selection-color: $on_primary; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; border-radius: 0; padding: 0 9px; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: @30; border: none;
  background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url($up); width: @16; height: @16; }
QAbstractSpinBox::down-arrow { image: url($chevron); width: @16; height: @16; }
QAbstractSpinBox:disabled { background: $canvas; color: $ink_muted; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: @32; }
QComboBox::down-arrow { image: url($chevron); width: @18; height: @18; }
QComboBox QAbstractItemView { background: $surface; border: ${border}px solid $control; outline: none;
  selection-background-color: $primary_soft; selection-color: $on_primary_soft; }
QComboBox QAbstractItemView::item { min-height: @36; padding: 0 6px; }
QPushButton { background: $surface; border: ${border}px solid $control; border-radius: 8px; padding: 0 18px;
  min-height: @42; font-weight: 600; }
QPushButton, QRadioButton, QCheckBox { outline: none; }
QPushButton:hover { background: $canvas; }
QPushButton:disabled { color: $ink_muted; border-color: $line; background: $canvas; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; border: ${border}px solid $primary; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $primary_hover; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $ink_muted; border-color: $line; }
QPushButton[tall="true"], QLineEdit[tall="true"] { min-height: @58; }
QPushButton[kind="flag"] { padding: 0 6px; min-height: @40; }
QPushButton[kind="flag"]::menu-indicator { width: 0; }
QPushButton[kind="quiet"] { background: transparent; border: none; color: $primary; padding: 0 10px; }
QPushButton[kind="danger"] { background: transparent; border: none; color: $danger; padding: 0 10px; }
QPushButton[kind="destroy"] { background: $surface; color: $danger; border: 2px solid $danger; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="danger"]:disabled, QPushButton[kind="destroy"]:disabled {
  color: $ink_muted; border-color: $line; }
QPushButton[tight="true"] { padding: 0 10px; }
QPushButton[kind="chip"] { font-weight: 600; text-align: left; padding: 0 10px; }
QPushButton[kind="chip"][landing="true"] { border: 2px dashed $primary; background: $primary_soft; }
QPushButton[kind="chip"][pulled="true"] { border: ${border}px dashed $line; color: $ink_muted; background: $canvas; }
QPushButton[kind="lock"] { padding: 0; min-height: @40; min-width: @40; max-width: @40; border: none;
  background: transparent; }
QPushButton[kind="lock"]:checked { background: $primary; }
QRadioButton[kind="segment"] { background: $surface; border: ${border}px solid $control; border-radius: 0;
  padding: 0 8px; min-height: @40; border-right: none; font-weight: 600; }
QRadioButton[kind="segment"]:hover { background: $canvas; }
QRadioButton[kind="segment"]:disabled { color: $ink_muted; border-color: $line; background: $canvas; }
QRadioButton[kind="segment"][end="first"] { border-top-left-radius: 8px; border-bottom-left-radius: 8px; }
QRadioButton[kind="segment"][end="last"] { border-top-right-radius: 8px; border-bottom-right-radius: 8px;
  border-right: ${border}px solid $control; }
QRadioButton[kind="segment"][end="only"] { border-radius: 8px; border-right: ${border}px solid $control; }
QRadioButton[kind="segment"]:checked { background: $primary; color: $on_primary; border-color: $primary; }
QPushButton[kind="tap"] { padding: 0 6px; min-height: @40; font-weight: 400; }
QPushButton[kind="tap"]:checked { background: $primary_soft; color: $on_primary_soft; border: 2px solid $primary;
  font-weight: 600; }
QCheckBox { spacing: 10px; min-height: @40; background: transparent; }
QCheckBox::indicator { width: @22; height: @22; border: ${border}px solid $control; border-radius: 6px;
  background: $surface; }
QCheckBox::indicator:checked { background: $primary; border-color: $primary; image: url($tick); }
QMenu { background: $surface; border: ${border}px solid $control; padding: 6px; }
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
QTableCornerButton::section { background: $surface; border: none; }
QHeaderView::section { background: $surface; border: none; padding: 4px; font-size: @14; color: $ink_muted; }
QProgressBar { background: $line; border: none; border-radius: 4px; max-height: @8; min-height: @8; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }
""")


_OUTLINED = Template("""
#caution, #notice, #complaint, #dueMark, #lateMark { background: $surface; border: 2px solid $ink; }
#dueMark { background: $pause_bg; border-radius: 8px; }
#lateMark { background: $attn_bg; border-radius: 8px; }
#guidance { background: $surface; border: 2px solid $ink; border-left: 8px solid $ink; }
#well { border: 2px solid $ink; }
#soft, QGroupBox#soft { border: 4px solid $ink; }
#actionbar { border-top: 2px solid $ink; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled { border: 2px dashed $ink; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="danger"]:disabled { border: none; text-decoration: none; }
QPushButton[kind="tap"]:checked { border: 4px solid $primary; text-decoration: underline; }
QPushButton[kind="quiet"], QPushButton[kind="danger"] { text-decoration: underline; }
QComboBox QAbstractItemView { selection-background-color: $ink; selection-color: $surface; }
QMenu::item:selected { background: $ink; color: $surface; }
#rail QPushButton[current="true"] { border: 4px solid $rail_focus; }
""")
"""Where tints do not tell: outlines, thick frames and lines under words, on top of the sheet of every theme."""

_FOLLOWS = re.compile(r"@(\d+)")


def style_sheet(theme: Theme, chevron: str, tick: str, up: str = "") -> str:
    """The whole sheet of a theme; the files are drawn icons. `@16` in it is 16 px that follow the text."""
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    pictures = {"chevron": chevron, "tick": tick, "up": up}
    sheet = _QSS.substitute(theme.colours, **pictures, families=families, border=theme.border)
    if theme.outlined:
        sheet += _OUTLINED.substitute(theme.colours)
    return _FOLLOWS.sub(lambda size: f"{theme.px(int(size[1]))}px", sheet)
