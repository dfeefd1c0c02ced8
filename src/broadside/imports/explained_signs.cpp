#include "broadside/imports/explained_signs.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/imports/column_answers.hpp"
#include "broadside/imports/free_notes.hpp"
#include "broadside/imports/remarks.hpp"
#include "broadside/imports/write.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

/// No word: its legend would not say what it means.
bool is_short_sign(std::string_view text) {
    constexpr std::size_t kLongest = 3;
    const std::u32string letters = unicode::decode(text);
    const auto count = std::count_if(letters.begin(), letters.end(), unicode::is_letter);
    return !letters.empty() && letters.size() <= kLongest && count < 2 &&
           !unicode::is_letter_without_word_spaces(letters.front()) &&
           std::none_of(letters.begin(), letters.end(), unicode::is_digit);
}

bool is_symbol(char32_t c) {
    constexpr char32_t kFirst = 0x2100;
    return c >= kFirst || c == U'×';
}

/// What needs nothing between itself and its meaning: "● on request", "(x) traces"; a dash may
/// begin any line of a list.
bool stands_alone(std::string_view sign) {
    const char32_t first = unicode::character_at(sign, 0).code;
    return is_symbol(first) || first == U'~' || ((first == '(' || first == '[') && sign.size() > 2);
}

/// "(x) : traces", "x = included": the sign in folded form, and what it means.
std::optional<std::pair<std::string, std::string>> explanation_in(std::string_view text) {
    constexpr std::string_view kJoints[] = {"=", ":", "–", "—", "-", "→", "＝", "：", "は"};
    text = unicode::trimmed(text);
    if (text.empty()) return std::nullopt;
    std::size_t end = std::min(text.find(' '), text.size());
    for (const std::string_view joint : {"=", ":", "＝", "："})
        if (const std::size_t at = text.find(joint); at > 0) end = std::min(end, at);
    // "△は要相談" has no space.
    const unicode::Character first = unicode::character_at(text, 0);
    if (is_symbol(first.code) && text.substr(first.size).starts_with("は")) end = first.size;
    const std::string_view sign = text.substr(0, end);
    if (!is_short_sign(sign)) return std::nullopt;
    std::string_view meaning = unicode::trimmed(text.substr(end));
    const auto joint = std::find_if(std::begin(kJoints), std::end(kJoints),
                                    [&](auto sought) { return meaning.starts_with(sought); });
    if (joint != std::end(kJoints))
        meaning = unicode::trimmed(meaning.substr(joint->size()));
    else if (!stands_alone(sign))
        return std::nullopt;
    if (meaning.empty()) return std::nullopt;
    return std::pair(unicode::folded(sign), std::string(meaning));
}

/// The bytes of spaces in front.
std::size_t spaces_before(std::string_view text) {
    std::size_t size = 0;
    for (bool is_any = true; is_any;) {
        is_any = false;
        for (const std::string_view space : {" ", "\u3000"}) {
            if (!text.substr(size).starts_with(space)) continue;
            size += space.size();
            is_any = true;
        }
    }
    return size;
}

/// The bytes of what parts explanations and stands there; 0: nothing does. A space does before a
/// symbol that is explained, a wide one or several before any.
std::size_t separator_at(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    text.remove_prefix(at);
    for (const std::string_view separator : {"\n", ",", ";", "|", "、", "，", "；"})
        if (text.starts_with(separator))
            return separator.size() + spaces_before(text.substr(separator.size()));
    // Each run of spaces is looked at once.
    if (before.ends_with(' ') || before.ends_with("\u3000")) return 0;
    const std::size_t spaces = spaces_before(text);
    if (spaces == 0 || spaces == text.size()) return 0;
    const unicode::Character next = unicode::character_at(text, spaces);
    if (!is_symbol(next.code)) return 0;
    const std::string_view behind = text.substr(spaces + next.size);
    const std::string_view joint = behind.substr(spaces_before(behind));
    const bool is_explained = joint.starts_with('=') || joint.starts_with(':') ||
                              joint.starts_with("＝") || joint.starts_with("：");
    return spaces > 1 || is_explained ? spaces : 0;
}

template <typename Visit>
void for_each_answer(const Table& table, Visit&& visit) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].has_answers) continue;
        for (const Section& section : table.sections) {
            for (const Row& row : section.rows) {
                if (const auto answer = answer_in(table.columns[i], row.cells[i].text))
                    visit(unicode::folded(answer->word), answer->answer);
            }
        }
    }
}

/// Lines that no cell refers to.
template <typename Visit>
void for_each_line(Table& table, Visit&& visit) {
    visit(table.subtitle);
    for (Note& note : table.notes)
        if (note.mark.empty()) visit(note.text);
}

/// Takes away notes that say nothing any more.
void drop_empty_notes(Table& table) {
    std::vector<std::size_t> places;  // of what is kept
    std::vector<Note> kept;
    for (Note& note : table.notes) {
        places.push_back(kept.size());
        if (!note.text.empty()) kept.push_back(std::move(note));
    }
    table.notes = std::move(kept);
    for_each_notes(table, [&](std::vector<std::size_t>& notes) {
        for (std::size_t& note : notes) note = places[note];
    });
}

}  // namespace

/// A sign of an answer with a space behind it, and its meaning behind that.
bool begins_with_bare_sign(std::string_view text) {
    if (text.empty()) return false;
    const std::string_view sign = text.substr(0, unicode::character_at(text, 0).size);
    const auto answer = answer_of(sign);
    return stands_alone(sign) && text.substr(sign.size()).starts_with(' ') && answer &&
           !answer->is_cross;
}

/// Parted by line ends, commas, semicolons and bars, of which an explanation may hold some itself.
std::vector<ExplainedSigns::Part> ExplainedSigns::parts_of(std::string_view text) const {
    if (const std::string_view list = behind_remark_word(text); explanation_in(list)) text = list;
    std::vector<Part> parts;
    const bool is_bare = begins_with_bare_sign(text);
    const auto separator_before = [&](std::size_t at) -> std::size_t {
        if (const std::size_t separator = separator_at(text, at); separator > 0) return separator;
        return is_bare && text[at] == ' ' && begins_with_bare_sign(text.substr(at + 1)) ? 1 : 0;
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t separator = separator_before(begin);
        std::size_t end = begin + std::max<std::size_t>(separator, 1);
        while (end < text.size() && separator_before(end) == 0) ++end;
        const std::string_view part = text.substr(begin, end - begin);
        const auto found = explanation_in(part.substr(separator));
        if (found)
            parts.push_back({std::string(part), separator, {found->first, found->second}});
        else if (parts.empty() || part[0] == '\n')
            parts.push_back({std::string(part), separator, {}});
        else
            for (std::string* said : {&parts.back().text, &parts.back().sign.meaning})
                said->append(part);
        begin = end;
    }
    return parts;
}

ExplainedSigns::ExplainedSigns(Table& table) : table_(table) {
    for_each_line(table, [&](const std::string& line) {
        for (Part& part : parts_of(line))
            if (!part.sign.folded.empty()) signs_.push_back(std::move(part.sign));
    });
    const bool has_partial = std::any_of(signs_.begin(), signs_.end(), [](const Sign& sign) {
        const auto own = answer_of(sign.folded);
        return own && own->answer == Answer::Partial;
    });
    for (Column& column : table.columns) {
        for (const Sign& sign : signs_) {
            const auto meaning = answer_of(sign.meaning);
            const auto own = answer_of(sign.folded);
            if (meaning && !meaning->is_cross)
                column.told_signs.emplace(sign.folded, meaning->answer);
            else if (own && own->is_circle && column.circle == Answer::No && !has_partial)
                column.told_signs.emplace(sign.folded, Answer::Partial);
        }
    }
}

void ExplainedSigns::label_values() {
    std::map<std::string, std::set<Answer>> answers;  // by their words
    for_each_answer(
        table_, [&](std::string word, Answer answer) { answers[std::move(word)].insert(answer); });
    // A word says itself what its value means.
    std::map<Answer, std::set<std::string>> meanings;
    for (const auto& [word, own] : answers)
        for (const Answer answer : own)
            if (!is_short_sign(word)) meanings[answer].insert(word);
    for (const Sign& sign : signs_)
        for (const Answer answer : answers[sign.folded])
            meanings[answer].insert(unicode::folded(sign.meaning));
    for (const Sign& sign : signs_) {
        constexpr std::size_t kLongest = 60;
        const std::set<Answer>& own = answers[sign.folded];
        if (own.empty()) continue;
        const bool is_one = own.size() == 1 && meanings[*own.begin()].size() == 1;
        if (is_one && unicode::decode(sign.meaning).size() <= kLongest) {
            labelled_.emplace(sign.folded, *own.begin());
            table_.explained.insert(*own.begin());
            table_.answers[static_cast<std::size_t>(*own.begin())] = sign.meaning;
        } else {
            for (Column& column : table_.columns) column.kept_signs.insert(sign.folded);
        }
    }
    for (std::size_t i = 0; i < table_.columns.size(); ++i) leave_words(i);
    if (labelled_.empty()) return;
    for_each_line(table_, [&](std::string& line) { take_labelled(line); });
    drop_empty_notes(table_);
}

/// A column of nothing but signs that stay is one of words.
void ExplainedSigns::leave_words(std::size_t index) {
    Column& column = table_.columns[index];
    if (!column.has_answers || column.kept_signs.empty()) return;
    for (const Section& section : table_.sections) {
        for (const Row& row : section.rows)
            if (answer_in(column, row.cells[index].text)) return;
    }
    column.has_answers = false;
    if (column.kind == model::ColumnKind::Symbol) column.kind = model::ColumnKind::Plain;
}

/// A line that explained labelled signs alone goes, with the word before them: "Legend:".
void ExplainedSigns::take_labelled(std::string& text) const {
    std::string rest;
    bool is_any = false;
    for (const Part& part : parts_of(text)) {
        if (labelled_.count(part.sign.folded) > 0) {
            is_any = true;
            continue;
        }
        rest += rest.empty() ? std::string(unicode::trimmed(part.text.substr(part.separator)))
                             : part.text;
    }
    if (is_any) text = std::move(rest);
}

void tell_of_labels(const Table& table, const model::Dataset& known, const std::string& file,
                    Diagnostics& diagnostics) {
    const model::Vocabulary* values = find_by_id(known.vocabularies, kAnswerVocabulary);
    if (values == nullptr) return;
    std::vector<std::string> said;
    for (const Answer answer : table.explained) {
        const model::Value* value = find_by_id(values->values, name_of(answer));
        const std::string& meaning = table.answers[static_cast<std::size_t>(answer)];
        if (value != nullptr && unicode::folded(value->label.text) != unicode::folded(meaning))
            said.push_back(fmt::format("\"{}\" as \"{}\"", value->label.text, meaning));
    }
    if (said.empty()) return;
    diagnostics.push_back(note("other-labels",
                               fmt::format("the sheet explains {}", fmt::join(said, ", ")),
                               {"the legend says so once it is the value's \"label\""})
                              .at(FilePlace{file}));
}

}  // namespace broadside::imports
