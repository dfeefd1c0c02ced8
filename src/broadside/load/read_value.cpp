#include "broadside/load/read_value.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/base/url.hpp"
#include "broadside/load/language_hints.hpp"
#include "broadside/load/length.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/date.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::load {

namespace {

constexpr char kIdHint[] =
    "ids are letters, digits, \"-\", \"_\" and \".\", and do not start with \".\"";

/// A string that `fits`, or a report of what was `expected` instead.
std::string read_shaped(const Node& node, Report& report, bool (*fits)(std::string_view),
                        Expectation expected) {
    if (!node.is(JsonType::String) || !fits(node.text())) {
        report_mismatch(node, report, std::move(expected));
    }
    return std::string(node.text());
}

std::vector<std::string> length_hints(const Node& node) {
    if (node.is(JsonType::Number))
        return {fmt::format("write the unit too: \"{}mm\"", node.text())};
    if (node.text().find(' ') != std::string::npos)
        return {"write no space between number and unit"};
    return {"units: pt, mm, cm, in, px"};
}

std::optional<Pt> read_length(const Node& node, Report& report) {
    const auto length = node.is(JsonType::String) ? parse_length(node.text()) : std::nullopt;
    if (!length)
        report_mismatch(node, report,
                        {"bad-length", "a length such as \"12mm\"", length_hints(node)});
    return length;
}

struct LengthRange {
    Pt least, most;
    std::string_view what;
};

/// An address whose gaps are filled with what may stand in any part of one.
std::string with_stand_ins(std::string_view text) {
    std::string address;
    for (const model::TextPart& part : model::parts_with_gaps(text))
        address += !part.is_field ? part.text : address.empty() ? "https://x" : "x";
    return address;
}

Pt bounded(const Node& node, Report& report, Pt length, const LengthRange& range) {
    if (length >= range.least && length <= range.most) return length;
    report_mismatch(node, report,
                    {"bad-length", fmt::format("{} from {:.4g}pt to {:.5g}pt", range.what,
                                               range.least.value, range.most.value)});
    return range.least;
}

}  // namespace

std::string read_string(const Node& node, Report& report) {
    if (!node.is(JsonType::String)) {
        std::vector<std::string> hints;
        if (node.is(JsonType::Number))
            hints = {fmt::format("write it in quotes: \"{}\"", node.text())};
        report_mismatch(node, report, {"wrong-type", "a string", std::move(hints)});
        return "";
    }
    if (const auto unfit = find_unfit_character(node.text())) {
        std::vector<std::string> hints;
        if (unfit->ends_with("U+000D")) hints = {"write a line break as \\n alone"};
        if (unfit->ends_with("U+0009")) hints = {"write a space"};
        report.error(node.place(), {"unfit-character", fmt::format("expected text, got {}", *unfit),
                                    std::move(hints)});
    }
    return std::string(node.text());
}

std::string read_nonempty_string(const Node& node, Report& report) {
    std::string text = read_string(node, report);
    if (node.is(JsonType::String) && unicode::says_nothing(text))
        report_mismatch(node, report, {"empty-text", "a text"});
    return text;
}

model::Text read_text(const Node& node, Report& report) {
    return {read_string(node, report), node.place()};
}

model::Text read_nonempty_text(const Node& node, Report& report) {
    return {read_nonempty_string(node, report), node.place()};
}

std::vector<model::Text> read_nonempty_texts(const Node& node, Report& report) {
    std::vector<model::Text> texts;
    for (const Node& item : nonempty_items_of(node, report, "string")) {
        texts.push_back(read_nonempty_text(item, report));
    }
    return texts;
}

std::string read_id(const Node& node, Report& report) {
    return read_shaped(node, report, is_id, {"bad-id", "an id", {kIdHint}});
}

model::Reference read_reference(const Node& node, Report& report) {
    std::string id = read_id(node, report);
    const bool is_wrong = !node.is(JsonType::String) || !is_id(id);
    return {is_wrong ? "" : std::move(id), node.place()};
}

std::vector<model::Reference> read_references(const Node& node, Report& report) {
    std::vector<model::Reference> references;
    UniqueIds ids;
    for (const Node& item : items_of(node, report)) {
        model::Reference reference = read_reference(item, report);
        if (reference.id.empty()) continue;
        ids.add(reference.id, item.place(), report);
        references.push_back(std::move(reference));
    }
    return references;
}

std::vector<model::Reference> read_selection(const Node& node, Report& report) {
    if (node.is(JsonType::Array) && node.value->members.empty()) {
        report.error(
            node.place(),
            {"empty-list", "expected at least one id, got none", {"leave the key out for all"}});
    }
    return read_references(node, report);
}

std::string read_language(const Node& node, Report& report) {
    std::string tag = unicode::canonical_tag(std::string(node.text()));
    if (node.is(JsonType::String) && unicode::is_language_tag(tag)) return tag;
    report_mismatch(node, report,
                    {"bad-language", "a BCP 47 language tag", language_hints(node.text())});
    return tag;
}

model::Text read_link_url(const Node& node, Report& report) {
    if (!node.is(JsonType::String)) {
        report_mismatch(node, report, {"wrong-type", "a URL in quotes"});
    } else if (const auto url = parse_url(report.has_gaps() ? with_stand_ins(node.text())
                                                            : std::string(node.text()));
               !url) {
        const Diagnostic& problem = url.diagnostics().front();
        report.error(node.place(), {problem.code, problem.message, problem.hints});
    }
    return {std::string(node.text()), node.place()};
}

char32_t read_digits(const Node& node, Report& report) {
    return unicode::kDigitSystems[read_word_index(node, report, kDigitNames)].zero;
}

std::string read_date(const Node& node, Report& report) {
    return read_shaped(node, report, is_date,
                       {"bad-date", "a date", {"write 2022, 2022-01 or 2022-01-31, in quotes"}});
}

std::string read_dates(const Node& node, Report& report) {
    const std::string_view text = node.is(JsonType::String) ? node.text() : std::string_view();
    const auto [from, to] = unicode::dates_of(text);
    if (!is_date(from) || !is_date(to) || from.size() != to.size()) {
        std::vector<std::string> hints = {
            "write 2022, 2022-01 or 2022-01-31, in quotes, or two of "
            "one kind: 2022-01/2022-03"};
        const auto parts = model::parts_with_gaps(text);
        if (parts.size() == 1 && parts[0].is_field) {
            hints = {fmt::format("for the date of each record write {{\"record\": \"{}\"}}",
                                 parts[0].text)};
        } else if (!is_date(from)) {
            hints.emplace_back("for words write {\"text\": \"…\"}");
        }
        report_mismatch(node, report,
                        {"bad-date", "a date, or two with a slash between them", std::move(hints)});
        return {};
    }
    if (to < from) {
        report_mismatch(node, report,
                        {"bad-date",
                         "the earlier date first",
                         {fmt::format("did you mean \"{}/{}\"?", to, from)}});
        return {};
    }
    return std::string(text);
}

bool read_flag(const Node& node, Report& report) {
    if (!node.is(JsonType::Boolean)) report_mismatch(node, report, {"wrong-type", "true or false"});
    return node.text() == "true";
}

std::size_t read_count(const Node& node, Report& report, CountBounds bounds) {
    const auto count = node.is(JsonType::Number) ? parse_whole_number(node.text()) : std::nullopt;
    if (count && *count >= bounds.least && *count <= bounds.most) return *count;
    report_mismatch(
        node, report,
        {"bad-count", fmt::format("a whole number from {} to {}", bounds.least, bounds.most)});
    return bounds.least;
}

std::optional<double> number_in(const Node& node) {
    return node.is(JsonType::Number) ? parse_number(node.text()) : std::nullopt;
}

double read_factor(const Node& node, Report& report, const FactorRange& range) {
    const auto factor = number_in(node);
    if (factor && *factor >= range.least && *factor <= range.most) return *factor;
    report_mismatch(node, report,
                    {std::string(range.code),
                     fmt::format("a number from {} to {}", range.least, range.most),
                     {std::string(range.hint)}});
    return 1;
}

Pt read_space(const Node& node, Report& report) {
    const auto length = read_length(node, report);
    if (!length || *length == Pt(0)) return length.value_or(Pt(0));
    return bounded(node, report, *length,
                   {limits::kLeastSpace, limits::kMostSpace, "0 or a length"});
}

Pt read_size(const Node& node, Report& report) {
    constexpr LengthRange kRange{limits::kLeastSize, limits::kMostSize, "a size"};
    return bounded(node, report, read_length(node, report).value_or(kRange.least), kRange);
}

Pt read_page_length(const Node& node, Report& report) {
    constexpr LengthRange kRange{limits::kLeastPageLength, limits::kMaxPageLength,
                                 "a side of a page"};
    return bounded(node, report, read_length(node, report).value_or(kRange.least), kRange);
}

Colour read_colour(const Node& node, Report& report) {
    const auto colour = node.is(JsonType::String) ? parse_colour(node.text()) : std::nullopt;
    if (!colour) {
        report_mismatch(node, report,
                        {"bad-colour", "a colour", {"write \"#rrggbb\" or \"#rgb\""}});
    }
    return colour.value_or(Colour{});
}

std::vector<Node> nonempty_items_of(const Node& node, Report& report, std::string_view item) {
    if (node.is(JsonType::Array) && node.value->members.empty()) {
        report.error(node.place(),
                     {"empty-list", fmt::format("expected at least one {}, got none", item)});
    }
    return items_of(node, report);
}

std::vector<NodeMember> id_members_of(const Node& node, Report& report) {
    std::vector<NodeMember> members = members_of(node, report);
    for (const NodeMember& member : members) {
        if (is_id(member.key)) continue;
        report.error(
            member.key_place,
            {"bad-id", fmt::format("expected an id, got \"{}\"", excerpt(member.key)), {kIdHint}});
    }
    return members;
}

std::size_t read_word_index(const Node& node, Report& report,
                            std::span<const std::string_view> words) {
    for (std::size_t i = 0; i < words.size() && node.is(JsonType::String); ++i) {
        if (words[i] == node.text()) return i;
    }
    report_mismatch(
        node, report,
        {"unknown-word", "a known word", word_hints(node.text(), words, "known words")});
    return 0;
}

void read_format(const Node& node, Report& report) {
    if (node.is(JsonType::Number) && node.text() == "1") return;
    report_mismatch(node, report,
                    {"bad-format", "1", {"this version of broadside reads format 1"}});
}

void read_file_keys(const ObjectReader& object, Report& report) {
    if (const auto schema = object.find(kSchemaKey.name)) read_string(*schema, report);
    if (const auto format = object.find(kFormatKey.name)) read_format(*format, report);
}

void UniqueIds::add(const std::string& id, SourcePlace place, Report& report) {
    const auto [first, inserted] = places_.emplace(id, place);
    if (inserted) return;
    report.error(place,
                 {"duplicate-id", fmt::format("duplicate id \"{}\"", id), {}, first->second});
}

}  // namespace broadside::load
