#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/source_place.hpp"
#include "broadside/base/word.hpp"

/// What differs from page to page of one dataset: the fields that it leaves open, and the records
/// that fill them.
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
    std::optional<std::string> fallback;  // what it says where a record says nothing
    bool is_required = false;
    bool is_key = false;  // its values tell the records apart, and name their files
    std::string help;     // for whoever fills in the records
};

/// A column of a file of records.
struct RecordColumn {
    std::size_t field = 0;  // index in the dataset's fields
    std::string language;   // BCP 47; empty: what languages without a column of their own say
};

/// Texts one behind the other: thousands of records have some each.
class PackedTexts {
public:
    PackedTexts() = default;
    explicit PackedTexts(const std::vector<std::string>& texts);

    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(bytes_).substr(begin, ends_[index] - begin);
    }

private:
    std::string bytes_;
    std::vector<std::uint32_t> ends_;
};

struct Record {
    std::string key;        // safe as a part of a file name; no other record's
    std::string pointer;    // in JSON
    TextPosition position;  // where it begins in its file
    PackedTexts values;     // by column; empty: nothing; may be fewer than there are
};

/// Guarantees after loading: each value is one of its field's type, and required fields have one.
struct Records {
    std::string file;
    std::vector<RecordColumn> columns;
    std::vector<Record> records;      // in the order of the file
    std::vector<std::string> failed;  // "line 12": those with errors, which are left out
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
