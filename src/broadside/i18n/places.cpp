#include "broadside/i18n/places.hpp"

#include <utility>

namespace broadside::i18n {

Places::Places(std::string file, std::string_view json) : file_(std::move(file)), places_(json) {}

TextPosition Places::find(const std::string& pointer) const {
    return places_.find(pointer).value_or(TextPosition{1, 1});
}

}  // namespace broadside::i18n
