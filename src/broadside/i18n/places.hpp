#pragma once

#include <string>
#include <string_view>

#include "broadside/base/diagnostic.hpp"
#include "broadside/load/syntax/places.hpp"

namespace broadside::i18n {

/// Where every value of a JSON file stands: one reading for all of its texts.
class Places {
public:
    /// A text that is no JSON has no places.
    Places(std::string file, std::string_view json);

    const std::string& file() const { return file_; }

    /// Of the value at `pointer`, or of its nearest ancestor that exists; the start of a file that
    /// is no JSON.
    TextPosition find(const std::string& pointer) const;

    FilePlace place_of(const std::string& pointer) const { return {file_, pointer, find(pointer)}; }

private:
    std::string file_;
    load::Places places_;
};

}  // namespace broadside::i18n
