#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::conformance {

/// An object of PDF 1.7, 7.3; of a stream, its dictionary. Content and CMaps have keywords beside.
struct Value {
    enum class Kind : std::uint8_t {
        Null,
        Boolean,
        Integer,
        Real,
        Name,
        String,
        Array,
        Dictionary,
        Reference,
        Keyword,
        End,  // of the bytes, or of what can be read of them
    };

    Kind kind = Kind::Null;
    double number = 0;              // of a boolean 0 or 1; of a reference, that of its object
    std::string bytes = {};         // of a name without its slash and escapes
    std::vector<Value> items = {};  // of a dictionary key, value, … sorted by key

    bool is(Kind wanted) const { return kind == wanted; }
    bool is_number() const { return is(Kind::Integer) || is(Kind::Real); }
    bool is_name(std::string_view name) const { return is(Kind::Name) && bytes == name; }

    /// Of a dictionary; null when it is not there.
    const Value* find(std::string_view key) const;
};

/// As messages show it: `/Name`, `12`, `(string)`, "an array".
std::string shown(const Value& value);

/// Content streams have no references.
enum class References { No, Yes };

/// Takes values and keywords off bytes, one by one. What PDF/A-2 forbids of their form (6.1.6 to
/// 6.1.8, 6.1.13) is a mistake, as are comments and keys that stand in a dictionary twice.
class Parser {
public:
    explicit Parser(std::string_view bytes, References references = References::Yes,
                    std::size_t at = 0)
        : bytes_(bytes), references_(references), at_(at) {}

    /// Kind::End at the end, and from the first mistake on.
    Value next();

    /// What is wrong at `at()`; empty: nothing.
    const std::string& mistake() const { return mistake_; }

    std::size_t at() const { return at_; }
    void go_to(std::size_t at) { at_ = at; }

private:
    Value read(std::size_t depth);
    Value fail(std::string mistake);
    void skip_space();
    Value read_number();
    Value read_name();
    Value read_string();
    Value read_hexadecimal();
    Value read_items(Value::Kind kind, std::size_t depth);
    Value read_keyword();
    std::optional<Value> read_reference(const Value& number);
    bool takes(std::string_view token);
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\0';
    }

    std::string_view bytes_;
    References references_;
    std::size_t at_;
    std::string mistake_;
};

}  // namespace broadside::conformance
