#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/source_place.hpp"
#include "broadside/base/word.hpp"
#include "broadside/model/text.hpp"

/// What differs from page to page of one dataset: the fields that it leaves open.
namespace broadside::model {

/// `Text` is set as it is written; `Rich` may have markup; numbers and dates are written as the
/// language writes them; a URL is an address.
enum class FieldType { Text, Rich, Number, Date, Url };

inline constexpr Word<FieldType> kFieldTypes[] = {{"text", FieldType::Text},
                                                  {"rich", FieldType::Rich},
                                                  {"number", FieldType::Number},
                                                  {"date", FieldType::Date},
                                                  {"url", FieldType::Url}};

/// A field of the records that a dataset takes.
struct RecordField {
    std::string id;
    SourcePlace place;
    FieldType type = FieldType::Text;
    std::optional<Text> fallback;  // what it says where a record says nothing
    bool is_required = false;
    bool is_key = false;  // its values tell the records apart, and name their files
    std::string help;     // for whoever fills in the records
};

/// A piece of a text with gaps: literal words, or the id of a field. `{field}` is a gap; `{{` and
/// `}}` are braces, and so is every brace that is neither.
struct TextPart {
    std::string text;
    bool is_field = false;
};

std::vector<TextPart> parts_with_gaps(std::string_view text);

/// Whether the text is anything but the same without its gaps.
inline bool has_gaps(std::string_view text) { return text.find_first_of("{}") != text.npos; }

}  // namespace broadside::model
