#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/units.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/locale.hpp"

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

/// A language tag in its canonical form.
std::string read_language(const Node& node, Report& report);
/// An address that `parse_url` takes, as it is written.
model::Text read_link_url(const Node& node, Report& report);

/// A numbering system by its name in CLDR, as its digit zero.
char32_t read_digits(const Node& node, Report& report);
std::string read_date(const Node& node, Report& report);

bool read_flag(const Node& node, Report& report);

struct Range {
    std::size_t lowest = 1;
    std::size_t highest = 1;
};
std::size_t read_count(const Node& node, Report& report, Range range);

/// The value of `"format"`, which must be 1.
void read_format(const Node& node, Report& report);

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

template <typename Meaning>
struct Word {
    std::string_view word;
    Meaning meaning;
};

/// One of a closed set of words.
template <typename Meaning, std::size_t count>
Meaning read_word(const Node& node, Report& report, const Word<Meaning> (&words)[count]) {
    std::string_view names[count];
    for (std::size_t i = 0; i < count; ++i) names[i] = words[i].word;
    return words[read_word_index(node, report, names)].meaning;
}

model::Tone read_tone(const Node& node, Report& report);
model::Review read_review(const Node& node, Report& report);

/// Reports an id that came before in the same list.
class UniqueIds {
public:
    void add(const std::string& id, const Place& place, Report& report);

private:
    std::map<std::string, std::string> pointers_;
};

}  // namespace broadside::load
