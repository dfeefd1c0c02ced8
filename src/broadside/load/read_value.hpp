#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/style.hpp"
#include "broadside/base/units.hpp"
#include "broadside/base/word.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/load/syntax/schema.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/locale.hpp"
#include "broadside/unicode/numbers.hpp"

/// One reader for each kind of value. What does not fit is reported and read as a default: the
/// report then keeps the file from becoming a result.
namespace broadside::load {

/// A string without control characters, possibly empty.
std::string read_string(const Node& node, Report& report);

/// The same, not empty.
std::string read_nonempty_string(const Node& node, Report& report);

model::Text read_text(const Node& node, Report& report);
model::Text read_nonempty_text(const Node& node, Report& report);
std::vector<model::Text> read_nonempty_texts(const Node& node, Report& report);

std::string read_id(const Node& node, Report& report);
model::Reference read_reference(const Node& node, Report& report);

/// References without repetition.
std::vector<model::Reference> read_references(const Node& node, Report& report);

/// The same of what to show: an empty list would mean "all", which is not what was written.
std::vector<model::Reference> read_selection(const Node& node, Report& report);

/// A language tag in its canonical form.
std::string read_language(const Node& node, Report& report);
/// An address that `parse_url` takes, as it is written.
model::Text read_link_url(const Node& node, Report& report);

/// A numbering system by its name in CLDR, as its digit zero.
char32_t read_digits(const Node& node, Report& report);
std::string read_date(const Node& node, Report& report);

/// A date, or the first and the last of a range: "2025-03-01/2025-03-14".
std::string read_dates(const Node& node, Report& report);

bool read_flag(const Node& node, Report& report);

/// A whole number; outside of the bounds the least.
std::size_t read_count(const Node& node, Report& report, CountBounds bounds);

/// What a multiple may be, and what is said of another number.
struct FactorRange {
    double least, most;
    std::string_view code, hint;
};

/// 1 for what does not fit.
double read_factor(const Node& node, Report& report, const FactorRange& range);

/// Nothing of what is no number.
std::optional<double> number_in(const Node& node);

/// White space or the width of a rule, which may be 0.
Pt read_space(const Node& node, Report& report);

/// Of type, a symbol or a QR code.
Pt read_size(const Node& node, Report& report);

/// The width or height of a page.
Pt read_page_length(const Node& node, Report& report);

Colour read_colour(const Node& node, Report& report);

/// An array with at least one item; `item` names it in the message: "column".
std::vector<Node> nonempty_items_of(const Node& node, Report& report, std::string_view item);

/// Members whose keys are ids.
std::vector<NodeMember> id_members_of(const Node& node, Report& report);

/// Where the word stands in `words`; an unknown one is reported with the nearest and gives 0.
std::size_t read_word_index(const Node& node, Report& report,
                            std::span<const std::string_view> words);

/// How a value is read, and what it may be.
template <typename Value>
struct ValueType {
    using Read = Value (*)(const Node&, Report&);

    Read read;
    Schema schema;
};

/// One of a closed set of words.
template <typename Meaning, std::size_t count>
Meaning read_word(const Node& node, Report& report, const Word<Meaning> (&words)[count]) {
    std::string_view names[count];
    for (std::size_t i = 0; i < count; ++i) names[i] = words[i].word;
    return words[read_word_index(node, report, names)].meaning;
}

template <const auto& words>
auto read_one_of(const Node& node, Report& report) {
    return read_word(node, report, words);
}

/// The words of an array of `Word`.
template <const auto& words>
inline constexpr auto kWordsOf = [] {
    std::array<std::string_view, std::size(words)> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = words[i].word;
    return names;
}();

template <const auto& words>
inline constexpr ValueType<std::remove_const_t<decltype(words[0].meaning)>> kOneOf{
    read_one_of<words>, {.words = kWordsOf<words>}};

inline constexpr std::string_view kStringSchema = R"("type": "string")";
inline constexpr std::string_view kNonemptySchema = R"("type": "string", "pattern": "[^ \n]")";

inline constexpr ValueType<std::string> kNonemptyString{read_nonempty_string,
                                                        {.members = kNonemptySchema}};
inline constexpr ValueType<model::Text> kText{read_text, {.members = kStringSchema}};
inline constexpr ValueType<model::Text> kNonemptyText{read_nonempty_text,
                                                      {.members = kNonemptySchema}};
inline constexpr ValueType<std::string> kId{read_id, {.definition = "id"}};
inline constexpr ValueType<model::Reference> kReference{read_reference, {.definition = "id"}};
inline constexpr ValueType<std::vector<model::Reference>> kReferences{
    read_references,
    {.definition = "id", .shape = Schema::Shape::List, .list_members = R"("uniqueItems": true)"}};
inline constexpr ValueType<std::string> kLanguage{
    read_language,
    {.members = R"("type": "string", "pattern": "^([A-Za-z]{2,3}|[xX])(-[A-Za-z0-9]{1,8})*$")"}};
inline constexpr ValueType<model::Text> kLinkUrl{
    read_link_url,
    {.members =
         R"("type": "string", "pattern": "^(\\{[A-Za-z0-9._-]+\\}|[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)[^ \\\\]+$")"}};
/// At least one id, and none twice.
inline constexpr Schema kSomeIds{.definition = "id",
                                 .shape = Schema::Shape::List,
                                 .least = 1,
                                 .list_members = R"("uniqueItems": true)"};
inline constexpr ValueType<std::vector<model::Reference>> kSelection{read_selection, kSomeIds};

inline constexpr ValueType<std::string> kDate{read_date, {.definition = "date"}};
/// A whole number from `least` to `most`, which its member can hold.
template <typename Count, std::size_t least, std::size_t most>
inline constexpr ValueType<Count> kCount{
    [](const Node& node, Report& report) {
        return static_cast<Count>(read_count(node, report, {least, most}));
    },
    {.count = {least, most}}};

inline constexpr ValueType<bool> kFlag{read_flag, {.members = R"("type": "boolean")"}};
inline constexpr auto kDigitNames = [] {
    std::array<std::string_view, std::size(unicode::kDigitSystems)> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = unicode::kDigitSystems[i].name;
    return names;
}();
inline constexpr ValueType<char32_t> kDigits{read_digits, {.words = kDigitNames}};
inline constexpr ValueType<Pt> kSpace{read_space, {.definition = "length"}};
inline constexpr ValueType<Pt> kSize{read_size, {.definition = "length"}};
inline constexpr ValueType<Pt> kPageLength{read_page_length, {.definition = "length"}};
inline constexpr ValueType<Colour> kColour{read_colour, {.definition = "colour"}};
inline constexpr ValueType<model::Tone> kTone{read_one_of<model::kTones>, {.definition = "tone"}};

inline constexpr Definition kIdDefinition{
    "id", R"("type": "string", "pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]*$")",
    "Letters, digits, \"-\", \"_\" and \".\"; not starting with \".\"."};

/// The keys that every file of ours may begin with.
inline constexpr Key kSchemaKey{
    "$schema", Presence::Optional, {.members = kStringSchema}, "Path of this schema, for editors."};
inline constexpr Key kFormatKey{
    "format", kRequired, {.members = R"("const": 1)"}, "Version of the format."};

/// The value of `"format"`, which must be 1.
void read_format(const Node& node, Report& report);

/// Checks their values.
void read_file_keys(const ObjectReader& object, Report& report);

/// Reports an id that came before in the same list.
class UniqueIds {
public:
    void add(const std::string& id, SourcePlace place, Report& report);

private:
    std::map<std::string, SourcePlace> places_;
};

}  // namespace broadside::load
