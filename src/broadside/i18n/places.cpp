#include "broadside/i18n/places.hpp"

#include <utility>

namespace broadside::i18n {

Places::Places(std::string file, std::string_view json) : file_(std::move(file)), places_(json) {}

TextPosition Places::find(const std::string& pointer) const {
    return places_.find(pointer).value_or(TextPosition{1, 1});
}

Diagnostic Places::diagnostic_at(const std::string& pointer) const {
    const TextPosition position = find(pointer);
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.pointer = pointer;
    diagnostic.line = position.line;
    diagnostic.column = position.column;
    return diagnostic;
}

}  // namespace broadside::i18n
