#!/usr/bin/env python3
"""atspi.py PAGE...: the tables of pages as Chromium and Firefox give them to a screen reader, by AT-SPI.

Needs a session bus and a display. Of each page, in a wide and in a narrow window: a table has as many rows and columns
as it is written with, and each cell its words and its heads. Fails where one has not.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

WIDTHS = (1400, 500)  # of a window, in pixels
HEIGHT = 900
SECONDS = 30  # to wait for a page
TRIES = 4  # a browser that is busy names what is in cells later than it tells of them
STARTS = 2  # and Firefox that is busy may keep a name that it made of half a cell: the page is at fault where it is so again
VOID = {'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'}
BROWSERS = {
    'Chromium': lambda url, width, folder: [
        'chromium', '--no-sandbox', '--disable-gpu', '--force-renderer-accessibility', '--ozone-platform=x11', '--no-first-run',
        '--force-device-scale-factor=1', f'--user-data-dir={folder}', f'--window-size={width},{HEIGHT}', url],
    'Firefox': lambda url, width, folder: [
        'firefox-esr', '--no-remote', '--profile', folder, '--width', str(width), '--height', str(HEIGHT), url],
}


# No tab of its own before the page; and of tables, all from the beginning: who asks early may be told of no spans for ever.
FIREFOX = """user_pref("datareporting.policy.firstRunURL", "");
user_pref("accessibility.enable_all_cache_domains", true);
"""


class Cell:
    def __init__(self, tag, attributes, row, column):
        self.scope = attributes.get('scope') if tag == 'th' else None
        self.row, self.column = row, column
        self.rows, self.columns = int(attributes.get('rowspan', 1)), int(attributes.get('colspan', 1))
        self.headers = attributes.get('headers', '').split()
        self.id = attributes.get('id')
        self.words = []

    def text(self):
        return ' '.join(''.join(self.words).split())


class Tables(HTMLParser):
    """Tables as HTML's rules make them of the markup: rows of cells, which spans repeat."""

    def __init__(self, page):
        super().__init__()
        self.tables, self.open, self.cell = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        # A cell inside another is for cards.
        is_unheard = attributes.get('aria-hidden') == 'true' or attributes.get('role') in ('cell', 'rowheader')
        is_unheard = is_unheard or bool(self.open) and self.open[-1][1]
        if tag not in VOID:
            self.open.append((tag, is_unheard))
        if tag == 'table':
            self.tables.append([])
        elif tag == 'tr':
            self.row = self.row + 1 if self.tables[-1] and hasattr(self, 'row') and self.tables[-1] else 0
            self.grid(self.row)
        elif tag in ('td', 'th'):
            line = self.grid(self.row)
            column = next((i for i, cell in enumerate(line) if cell is None), len(line))
            self.cell = Cell(tag, attributes, self.row, column)
            for row in range(self.row, self.row + self.cell.rows):
                line = self.grid(row)
                line.extend([None] * (column + self.cell.columns - len(line)))
                line[column:column + self.cell.columns] = [self.cell] * self.cell.columns
        elif tag == 'img' and self.cell and not is_unheard:
            self.cell.words.append(attributes.get('alt', ''))
        if self.cell and tag in ('div', 'p', 'li', 'br', 'svg'):
            self.cell.words.append(' ')

    def grid(self, row):
        table = self.tables[-1]
        table.extend([] for _ in range(row + 1 - len(table)))
        return table[row]

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in ('td', 'th'):
            self.cell = None

    def handle_data(self, data):
        if self.cell and not self.open[-1][1]:
            self.cell.words.append(data)


def heads(table, cell):
    """The words of all that may head a cell: of rows also those that they stand under, and their section."""
    cells = {id(one): one for line in table for one in line if one}.values()
    named = [one for one in cells if one.id in cell.headers]
    return {squeezed(one.text()) for one in [*named, *(
        one for one in cells
        if one.scope in ('col', 'colgroup') and one.row < cell.row and one.column < cell.column + cell.columns
        and cell.column < one.column + one.columns
        or one.scope == 'row' and one.column < cell.column and one.row < cell.row + cell.rows and cell.row < one.row + one.rows
        or one.scope == 'rowgroup' and one.row < cell.row)]}


def own_heads(table, row, column):
    """The words of the nearest that head a place: the row's, and the column's."""
    of_row = [one for one in table[row][:column] if one.scope == 'row']
    of_column = [line[column] for line in table[:row] if line[column].scope in ('col', 'colgroup')]
    return {squeezed(one.text()) for one in [*of_row[-1:], *of_column[-1:]]} - {''}


def spoken(node):
    """What a cell says: its name, or else what is in it."""
    if name := node.get_name():
        return name
    interfaces = node.get_interfaces()
    if 'Text' not in interfaces:
        return ' '.join(filter(None, (spoken(node.get_child_at_index(i)) for i in range(node.get_child_count()))))
    words = Atspi.Text.get_text(node, 0, -1)
    children = iter(range(node.get_child_count()))
    return ''.join(f' {spoken(node.get_child_at_index(next(children)))} ' if letter == '\ufffc' else letter
                   for letter in words)


def squeezed(words):
    """Without spaces, and without the marks of direction that Firefox keeps to itself."""
    return re.sub('[\\s\u2066-\u2069]', '', words)


def found(node, role):
    """What is in a node and has a role, but is in no other."""
    if node is None:
        return
    if node.get_role() == role:
        yield node
        return
    for i in range(node.get_child_count()):
        yield from found(node.get_child_at_index(i), role)


def tables_of(url):
    """Those of a page, once it is loaded."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        for page in found(desktop.get_child_at_index(i), Atspi.Role.DOCUMENT_WEB):
            is_loaded = not page.get_state_set().contains(Atspi.StateType.BUSY)
            if is_loaded and url in Atspi.Document.get_document_attributes(page).values():
                return list(found(page, Atspi.Role.TABLE))
    return []


def wait_for_tables(url, count):
    tables = []
    for _ in range(4 * SECONDS):
        time.sleep(.25)
        try:
            tables = tables_of(url)
            if len(tables) >= count:
                break
        except GLib.Error:
            pass  # what it asked for is gone
    return tables


def check_cell(table, row, column, given):
    cell = table[row][column]
    if given is None:
        return ['no cell']
    if squeezed(spoken(given)) != squeezed(cell.text()):
        return [f'"{spoken(given)}", not "{cell.text()}"']
    if cell.scope:
        return []
    told = [*Atspi.TableCell.get_row_header_cells(given), *Atspi.TableCell.get_column_header_cells(given)]
    told = {squeezed(spoken(head)) for head in told} - {''}
    if Atspi.TableCell.get_column_span(given) > 1:
        column = cell.column
    if Atspi.TableCell.get_row_span(given) > 1:
        row = cell.row
    missing, wrong = own_heads(table, row, column) - told, told - heads(table, cell)
    return [f'"{cell.text()}" without the heads {missing}'] * bool(missing) + [f'"{cell.text()}" under {wrong}'] * bool(wrong)


def check_table(node, table, title):
    size = Atspi.Table.get_n_rows(node), Atspi.Table.get_n_columns(node)
    if size != (len(table), len(table[0])):
        return [f'{title}: {size[0]} × {size[1]} cells, not {len(table)} × {len(table[0])}']
    faults = []
    for row, line in enumerate(table):
        given = [Atspi.Table.get_accessible_at(node, row, column) for column in range(size[1])]
        # Of cells that are no boxes of a table, Firefox knows the order and not the span.
        begun = [column for column, cell in enumerate(line) if (cell.row, cell.column) == (row, column)]
        found = [one for one in given if one is not None]
        is_in_order = 'Firefox' in title and len(found) == len(begun)
        # What spans the last columns of a card ends there.
        last = line[-1].column + 1 if given[-1] is None else size[1]
        for place, column in enumerate(begun) if is_in_order else enumerate(range(last)):
            faults += [f'{title}, row {row + 1}, column {column + 1}: {fault}'
                       for fault in check_cell(table, row, column, found[place] if is_in_order else given[column])]
    return faults


def check_page(page, browser, width):
    tables = Tables(page.read_text(encoding='utf-8')).tables
    title = f'{page.name} in {browser}, {width} px'
    for _ in range(STARTS):
        faults = heard_faults(page, tables, browser, width, title)
        cells = sum(len(line) for table in tables for line in table)
        print(f'{title}: {len(tables)} tables, {cells} cells, {len(faults)} faults')
        if not faults:
            break
    return faults


def heard_faults(page, tables, browser, width, title):
    url = page.resolve().as_uri()
    folder = tempfile.mkdtemp(prefix='broadside-atspi-')
    Path(folder, 'user.js').write_text(FIREFOX, encoding='utf-8')
    process = subprocess.Popen(BROWSERS[browser](url, width, folder), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        nodes = wait_for_tables(url, len(tables))
        if len(nodes) != len(tables):
            return [f'{title}: {len(nodes)} tables, not {len(tables)}']
        for _ in range(TRIES):
            faults = [fault for node, table in zip(nodes, tables) for fault in check_table(node, table, title)]
            if not faults:
                break
            time.sleep(1)
        return faults
    finally:
        os.killpg(process.pid, 15)
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def tell_of_a_screen_reader():
    """Browsers give nothing before somebody listens."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ('IsEnabled', 'ScreenReaderEnabled'):
        value = GLib.Variant('(ssv)', ('org.a11y.Status', name, GLib.Variant('b', True)))
        bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set', value, None, 0, -1, None)
    Atspi.init()


tell_of_a_screen_reader()
faults = [fault for page in sys.argv[1:] for browser in BROWSERS for width in WIDTHS
          for fault in check_page(Path(page), browser, width)]
print(*faults[:40], sep='\n')
sys.exit(1 if faults else 0)
