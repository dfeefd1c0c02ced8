#include "broadside/i18n/po_file.hpp"

namespace broadside::i18n {

std::string PoFile::field(const std::string& name) const {
    for (const auto& [key, value] : header) {
        if (key == name) return value;
    }
    return "";
}

}  // namespace broadside::i18n
