#!/usr/bin/env python3
"""Writes the tables of src/broadside/unicode/*.inc from the data of Unicode, CLDR, IANA and ISO.

    apt-get install unicode-data unicode-cldr-core liblangtag-common iso-codes
    tools/unicode/make_tables.py [FOLDER]

FOLDER is where those packages put their files, /usr/share if it is not named. The tables are committed: a build needs
neither the packages nor this script. Run it again for a newer Unicode, and read what `git diff` says.
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

SHARE = Path(sys.argv[1] if len(sys.argv) > 1 else '/usr/share')
UNICODE = SHARE / 'unicode'
CLDR = UNICODE / 'cldr/common'
TABLES = Path(__file__).resolve().parents[2] / 'src/broadside/unicode'
WIDTH = 100


def xml(path):
    return ElementTree.parse(path).getroot()


def semicolon_rows(path):
    """Of a file in the format of the Unicode Character Database."""
    for line in path.read_text(encoding='utf-8').splitlines():
        fields = [field.strip() for field in line.split('#')[0].split(';')]
        if len(fields) > 1:
            yield fields


def quoted(*words):
    return '{' + ', '.join(f'"{word}"' for word in words) + '}'


def write(name, source, rows):
    """One row a line where they are long, as many as fit elsewhere."""
    lines = [f'// By tools/unicode/make_tables.py, from {source}.']
    rows = [row + ',' for row in rows]
    packed = max(map(len, rows)) < WIDTH / 2
    line = ''
    for row in rows:
        if line and (not packed or len(line) + 1 + len(row) > WIDTH):
            lines.append(line)
            line = ''
        line += (' ' if line else '') + row
    (TABLES / name).write_text('\n'.join([*lines, line, '']), encoding='utf-8')


def cldr_version():
    return re.search(r'cldrVersion CDATA #FIXED "(\d+)', (CLDR / 'dtd/ldml.dtd').read_text(encoding='utf-8'))[1]


def default_ignorable():
    path = UNICODE / 'DerivedCoreProperties.txt'
    version = re.search(r'-(\d+)', path.read_text(encoding='utf-8'))[1]
    ranges = []
    for code, value in (row[:2] for row in semicolon_rows(path)):
        if value != 'Default_Ignorable_Code_Point':
            continue
        first, last = (int(end, 16) for end in (code.split('..') * 2)[:2])
        if ranges and ranges[-1][1] + 1 == first:
            first = ranges.pop()[0]
        ranges.append((first, last))
    write('default_ignorable.inc', f'Unicode {version}, DerivedCoreProperties.txt',
          [f'{{0x{first:04X}, 0x{last:04X}}}' for first, last in ranges])


def script_metadata():
    """Usage in identifiers (UAX #31: RECOMMENDED for living scripts, EXCLUSION for dead ones), and whether it runs from
    right to left, by script."""
    return {row[0]: (row[5], row[6] == 'YES') for row in semicolon_rows(CLDR / 'properties/scriptMetadata.txt')}


def digit_systems():
    """Decimal systems of living scripts, and the digits that are as wide as Chinese characters."""
    living = {script.lower() for script, (usage, _) in script_metadata().items() if usage == 'RECOMMENDED'}
    zeros = {system.get('id'): system.get('digits')[0]
             for system in xml(CLDR / 'supplemental/numberingSystems.xml').iter('numberingSystem')
             if system.get('type') == 'numeric'}
    # What is usual comes first, what is rare last: messages list them.
    names = ['latn', *sorted((living | {'arabext'}) & zeros.keys() - {'latn'}), 'tamldec', 'fullwide']
    write('digit_systems.inc', f'CLDR {cldr_version()}, supplemental/numberingSystems.xml',
          [f'{{"{name}", 0x{ord(zeros[name]):04X}}}' for name in names])


def scripts():
    metadata = script_metadata()
    right_to_left = sorted(script for script, (_, is_right_to_left) in metadata.items() if is_right_to_left)
    write('right_to_left_scripts.inc', f'CLDR {cldr_version()}, properties/scriptMetadata.txt',
          [f'"{script}"' for script in right_to_left])

    # Languages of dead scripts are printed in living ones: CLDR has ancient Greek in Cypriot.
    told = {script for script in right_to_left if metadata[script][0] != 'EXCLUSION'} | {'Hans', 'Hant', 'Jpan', 'Kore'}
    likely = {}
    for entry in xml(CLDR / 'supplemental/likelySubtags.xml').iter('likelySubtag'):
        tag = entry.get('from').replace('_', '-')
        if re.fullmatch(r'(?!und)[a-z]{2,3}(-([A-Z]{2}|\d{3}))?', tag):
            likely[tag] = entry.get('to').split('_')[1]
    rows = {tag: script for tag, script in likely.items()
            if script in told or likely.get(tag.split('-')[0]) in told}
    write('likely_scripts.inc', f'CLDR {cldr_version()}, supplemental/likelySubtags.xml',
          [quoted(tag, rows[tag]) for tag in sorted(rows)])


def former_tags():
    registry = xml(SHARE / 'liblangtag/language-subtag-registry.xml')

    def preferred(kind):
        records = (record for record in registry if record.tag == kind)
        return {record.findtext('subtag') or record.findtext('tag'): record.findtext('preferred-value')
                for record in records if record.findtext('preferred-value')}

    aliases = xml(CLDR / 'supplemental/supplementalMetadata.xml').iter('languageAlias')
    aliases = {alias.get('type'): (alias.get('replacement').replace('_', '-'), alias.get('reason')) for alias in aliases}
    # Languages that have gone under the tag of two letters that they are the main one of: Mandarin is zh.
    members = {tag: main for tag, (main, reason) in aliases.items()
               if reason == 'macrolanguage' and len(tag) == 3 and len(main) == 2}

    def today(tag):
        language, hyphen, rest = tag.partition('-')
        return members.get(language, language) + hyphen + rest

    extended = {record.findtext('subtag'): record.findtext('prefix') for record in registry if record.tag == 'extlang'}
    languages = {tag: today(main) for tag, main in preferred('language').items()} | members
    # Serbo-Croatian has gone without an heir in the registry.
    languages['sh'] = aliases['sh'][0]
    languages |= {f'{main}-{tag}': main for tag, main in members.items() if extended.get(tag) == main}
    # A language behind the one that it belongs to is as good as alone: zh-yue.
    whole = preferred('grandfathered') | {
        tag: main for tag, main in preferred('redundant').items() if tag.split('-')[1] not in extended}

    date = registry.get('date')
    source = f"IANA's Language Subtag Registry of {date}"
    write('former_languages.inc', f'{source} and CLDR {cldr_version()}, supplemental/supplementalMetadata.xml',
          [quoted(tag, languages[tag]) for tag in sorted(languages)])
    write('former_regions.inc', source, [quoted(*row) for row in sorted(preferred('region').items())])
    write('former_tags.inc', source, [quoted(tag, today(whole[tag])) for tag in sorted(whole)])


def parts_of(name):
    """`Ndebele, North` is North Ndebele; a remark in brackets is no name."""
    for part in re.sub(r' \([^)]*\)', '', name).split('; '):
        yield ' '.join(reversed(part.split(', ')))


def language_codes():
    languages = json.loads((SHARE / 'iso-codes/json/iso_639-2.json').read_text(encoding='utf-8'))['639-2']
    # Bihari: ISO has taken its two letters back, for it is a family of languages.
    languages = [language for language in languages if language.get('alpha_2', 'bh') != 'bh']
    heads = Counter(part.split(', ')[0] for language in languages
                    for part in language['name'].split('; ') if ', ' in part)
    cldr = {}
    for entry in xml(CLDR / 'main/en.xml').find('localeDisplayNames/languages'):
        if entry.get('alt') in (None, 'variant'):
            cldr.setdefault(entry.get('type'), []).append(entry.text)
    # Nobody has it, and everybody says it.
    cldr['fa'].append('Farsi')
    rows = []
    for language in sorted(languages, key=lambda language: language['alpha_2']):
        tag, iso = language['alpha_2'], language['name']
        alone = [part.split(', ')[0] for part in iso.split('; ') if ', ' in part]
        names = [*cldr.get(tag, []), *parts_of(language.get('common_name', iso)), *parts_of(iso),
                 *(re.sub(r' \(.*', '', name) for name in alone if heads[name] == 1)]
        rows.append(quoted(tag, language['alpha_3'], language.get('bibliographic', ''), '; '.join(dict.fromkeys(names))))
    write('language_codes.inc', f"ISO 639 in Debian's iso-codes and CLDR {cldr_version()}, main/en.xml", rows)


class Language:
    """What CLDR has of a language: each answer is its own, or that of the one it inherits from."""

    PARENTS = {}
    FILES = {}

    def __init__(self, tag):
        self.tag = tag

    def parent(self):
        if not Language.PARENTS:
            for entry in xml(CLDR / 'supplemental/supplementalData.xml').iter('parentLocale'):
                Language.PARENTS |= dict.fromkeys(entry.get('locales').split(), entry.get('parent'))
        tag = Language.PARENTS.get(self.tag, self.tag.rpartition('_')[0] or 'root')
        return type(self)(tag) if self.tag != 'root' else None

    def part(self):
        """Of its file: what PART says."""
        if (key := (self.tag, self.PART)) not in Language.FILES:
            file = CLDR / f'main/{self.tag}.xml'
            Language.FILES[key] = xml(file).find(self.PART) if file.exists() else None
        return Language.FILES[key]

    def own(self, path):
        return self.text_of(None if self.part() is None else self.part().find(path))

    @staticmethod
    def text_of(found):
        return None if found is None or not found.text or found.text == '↑↑↑' else found.text

    def find(self, *paths):
        """The nearest; of one language, the first of the paths."""
        language = self
        while language:
            for path in paths:
                if (text := language.own(path)) is not None:
                    return text
            language = language.parent()


def languages():
    tags = sorted(path.stem for path in (CLDR / 'main').glob('*.xml'))
    return ['root', *(tag for tag in tags if tag != 'root')]


def bcp_47(tag):
    """CLDR's files have variants in capitals."""
    return '-'.join(part.lower() if len(part) > 4 else part for part in tag.split('_'))


def is_new(tag, row, rows, suffix=''):
    """Whether no row that the program finds without this one says the same."""
    above = tag
    while above:
        above = above.rpartition('_')[0]
        if (key := bcp_47(above or 'root') + suffix) in rows:
            return rows[key] != row
    return True


class Numbers(Language):
    PART = 'numbers'

    def own(self, path):
        """Of patterns the standard ones: others are for short forms."""
        kind, _, rest = path.partition('|')
        if not rest or self.part() is None:
            return super().own(path)
        lengths = [length for length in self.part().findall(kind) if not length.get('type')]
        return self.text_of(lengths[0].find(rest) if lengths else None)

    def find(self, *paths):
        # Isolates do what these marks of direction are for.
        text = super().find(*paths)
        return None if text is None else re.sub('[\u200e\u200f\u061c]', '', text)

    def row(self, digits):
        def symbol(name):
            return self.find(f'symbols[@numberSystem="{digits}"]/{name}')

        def pattern(kind):
            standard = '[@type="standard"]' if kind == 'currency' else ''
            path = f'{kind}Formats[@numberSystem="{{}}"]/{kind}FormatLength|{kind}Format{standard}/pattern'
            return self.find(path.format(digits), path.format('latn')).split(';')[0]

        def around(pattern):
            return re.sub(r'[#0][#0.,]*', '#', pattern)

        groups = re.search(r'(,#*)?,##0', pattern('decimal'))
        # The figure dash of Swedish and Estonian looks like a minus; their printers set an en dash.
        range = self.find(f'miscPatterns[@numberSystem="{digits}"]/pattern[@type="range"]',
                          'miscPatterns[@numberSystem="latn"]/pattern[@type="range"]')
        return (symbol('decimal'), symbol('group'), len(groups[1]) - 1 if groups and groups[1] else 3,
                int(self.find('minimumGroupingDigits')), around(pattern('percent')).replace('%', symbol('percentSign')),
                around(pattern('currency')), range.replace('{0}', '').replace('{1}', '').translate({ord('-'): '–', ord('‒'): '–'}))


def number_formats():
    rows = {}
    for digits in ('latn', 'arab', 'arabext'):
        suffix = '' if digits == 'latn' else '/' + digits
        for tag in languages():
            numbers = Numbers(tag)
            has_digits = any(numbers.own(f'{kind}[@numberSystem="{digits}"]/{path}') for kind, path in (
                ('symbols', 'decimal'), ('percentFormats', 'percentFormatLength|percentFormat/pattern'),
                ('currencyFormats', 'currencyFormatLength|currencyFormat[@type="standard"]/pattern')))
            # Of other digits only who uses them.
            if tag != 'root' and digits != 'latn' and not (has_digits and digits in numbers.find(
                    'defaultNumberingSystem', 'otherNumberingSystems/native') + (
                    numbers.find('otherNumberingSystems/native') or '')):
                continue
            row = numbers.row(digits)
            if is_new(tag, row, rows, suffix):
                rows[bcp_47(tag) + suffix] = row
    write('number_formats.inc', f'CLDR {cldr_version()}, main/*.xml',
          ['{' + f'"{tag}", "{row[0]}", "{row[1]}", {row[2]}, {row[3]}, "{row[4]}", "{row[5]}", "{row[6]}"' + '}'
           for tag, row in sorted(rows.items())])


class Dates(Language):
    PART = 'dates/calendars/calendar[@type="gregorian"]'

    def month(self, context, width, number):
        """Where CLDR's root has an alias, the form that it leads to."""
        asked = [(context, width), ('format', width), ('format', 'wide')]
        paths = [f'months/monthContext[@type="{context}"]/monthWidth[@type="{width}"]/month[@type="{number}"]'
                 for context, width in dict.fromkeys(asked)]
        return next(filter(None, map(self.find, paths)))

    def months(self, context, width):
        return '|'.join(self.month(context, width, number) for number in range(1, 13))

    def weekday(self, width, day):
        """By itself, as spreadsheets show it, where CLDR has another form for that: "So" in German."""
        asked = [('stand-alone', width), ('format', width), ('format', 'wide')]
        paths = [f'days/dayContext[@type="{context}"]/dayWidth[@type="{width}"]/day[@type="{day}"]'
                 for context, width in asked]
        return next(filter(None, map(self.find, paths)))

    def weekdays(self):
        return tuple('|'.join(self.weekday(width, day) for day in ('sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'))
                     for width in ('abbreviated', 'wide'))

    def pattern(self, skeleton):
        """An era is for other calendars."""
        path = f'dateTimeFormats/availableFormats/dateFormatItem[@id="{skeleton}"]'
        language = self
        while language.tag != 'root' and not language.own(path):
            language = language.parent()
        long = 'dateFormats/dateFormatLength[@type="long"]/dateFormat/pattern'
        pattern = self.find(long) if language.tag == 'root' and skeleton == 'yMMMMd' else self.find(path)
        return re.sub('G | G', '', pattern)

    def row(self):
        patterns = [self.pattern(skeleton) for skeleton in ('y', 'yM', 'yMMM', 'yMMMM', 'yMd', 'yMMMd', 'yMMMMd')]
        used = ' '.join(patterns) + ' '.join(self.intervals()).replace('MMM', 'MMM MMMM').replace('LLL', 'LLL LLLL')
        names = [self.months(context, width) if letters in used else ''
                 for letters, context, width in (('MMM', 'format', 'abbreviated'), ('MMMM', 'format', 'wide'),
                                                 ('LLL', 'stand-alone', 'abbreviated'), ('LLLL', 'stand-alone', 'wide'))]
        return *patterns, *names

    def intervals(self):
        """What of root alone is in the order of no language: such dates are written in full."""
        def pattern(skeleton, difference):
            path = f'intervalFormatItem[@id="{skeleton}"]/greatestDifference[@id="{difference}"]'
            language = self
            while language.tag != 'root':
                if text := language.own('dateTimeFormats/intervalFormats/' + path):
                    return re.sub('G | G', '', text)
                language = language.parent()
            return ''

        return (self.find('dateTimeFormats/intervalFormats/intervalFormatFallback'), pattern('y', 'y'),
                *(pattern(skeleton, difference) for skeleton in ('yM', 'yMMM', 'yMMMM') for difference in 'My'),
                *(pattern(skeleton, difference) for skeleton in ('yMd', 'yMMMd') for difference in 'dMy'))


def dates(name, row_of):
    rows = {}
    for tag in languages():
        row = row_of(Dates(tag))
        if is_new(tag, row, rows):
            rows[bcp_47(tag)] = row
    write(name, f'CLDR {cldr_version()}, main/*.xml', [quoted(tag, *row) for tag, row in sorted(rows.items())])


class Names(Language):
    PART = 'localeDisplayNames/languages'


def autonyms():
    """What languages call themselves, in each script that they are written in; "root" has no name."""
    rows = {'root': ''}
    for tag in languages():
        name = Names(tag)
        if words := name.find(f'language[@type="{tag}"]') or name.own(f'language[@type="{tag.partition("_")[0]}"]'):
            rows[bcp_47(tag)] = words
    write('autonyms.inc', f'CLDR {cldr_version()}, main/*.xml', [quoted(*row) for row in sorted(rows.items())])


class Units(Language):
    PART = 'units/unitLength[@type="short"]'


def own_unit_symbols():
    """Languages that write units of the SI in their own way: "км", "公斤"."""
    symbols = {'length-meter': 'm', 'length-kilometer': 'km', 'mass-kilogram': 'kg', 'power-kilowatt': 'kW'}
    tags = []
    for tag in languages():
        patterns = {symbol: Units(tag).find(f'unit[@type="{unit}"]/unitPattern[@count="other"]')
                    for unit, symbol in symbols.items()}
        is_own = any(pattern and pattern.replace('{0}', '').strip() != symbol for symbol, pattern in patterns.items())
        if is_own and not any(tag.startswith(known + '_') for known in tags):
            tags.append(tag)
    write('own_unit_symbols.inc', f'CLDR {cldr_version()}, main/*.xml', [f'"{bcp_47(tag)}"' for tag in sorted(tags)])


default_ignorable()
digit_systems()
scripts()
own_unit_symbols()
former_tags()
language_codes()
number_formats()
autonyms()
dates('date_formats.inc', Dates.row)
dates('date_intervals.inc', Dates.intervals)
dates('weekday_names.inc', Dates.weekdays)
