#include "broadside/i18n/places.hpp"

#include <cstddef>
#include <utility>

#include "broadside/load/json_tree.hpp"
#include "broadside/load/pointer.hpp"
#include "broadside/load/utf8.hpp"

namespace broadside::i18n {

namespace {

using load::JsonValue;

/// Values come in the order of the text, so that lines are counted once.
class PositionReader {
public:
    PositionReader(std::string_view text, std::map<std::string, load::TextPosition>& positions)
        : text_(text), positions_(positions) {}

    void read(const JsonValue& value, const std::string& pointer) {
        advance(value.offset);
        positions_.emplace(pointer, load::TextPosition{line_, value.offset - line_start_ + 1});
        for (const load::JsonMember& member : value.members) {
            read(member.value, load::child_pointer(pointer, member.key));
        }
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            read(value.items[i], load::child_pointer(pointer, i));
        }
    }

private:
    void advance(std::size_t offset) {
        for (; at_ < offset; ++at_) {
            if (text_[at_] != '\n') continue;
            ++line_;
            line_start_ = at_ + 1;
        }
    }

    std::string_view text_;
    std::map<std::string, load::TextPosition>& positions_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_start_ = 0;
};

}  // namespace

Places::Places(std::string file, std::string_view json) : file_(std::move(file)) {
    const std::string_view text = load::without_byte_order_mark(json);
    load::Report ignored(file_, text);
    const auto root = load::parse_json(text, ignored);
    if (root) PositionReader(text, positions_).read(*root, "");
}

load::TextPosition Places::find(const std::string& pointer) const {
    const auto found = positions_.find(pointer);
    return found == positions_.end() ? load::TextPosition() : found->second;
}

Diagnostic Places::diagnostic_at(const std::string& pointer) const {
    const load::TextPosition position = find(pointer);
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.pointer = pointer;
    diagnostic.line = position.line;
    diagnostic.column = position.column;
    return diagnostic;
}

}  // namespace broadside::i18n
