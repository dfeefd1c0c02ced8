#pragma once

#include <map>
#include <optional>
#include <string>

#include "broadside/base/colour.hpp"
#include "broadside/base/output_options.hpp"

namespace broadside::emit {

/// The colours of a page, as its elements have them: attributes, which all readers know, and with a
/// theme a class for each colour's name, by whose rule others take its place.
class SvgColours {
public:
    explicit SvgColours(SvgTheme theme = SvgTheme::Fixed) : theme_(theme) {}

    bool is_themed() const { return theme_ != SvgTheme::Fixed; }

    std::string fill(Colour colour);
    std::string stroke(Colour colour);

    /// The attribute of an element whose own ones say these colours; empty without a theme.
    std::string classes(std::optional<Colour> fill, std::optional<Colour> stroke);

    /// That of a ground that is white on dark pages, and none on others, under what is meant for
    /// light paper.
    std::string plate();

    /// Those of the classes so far, for what has the root's id, `kFileName`.
    std::string rules() const;

private:
    SvgTheme theme_;
    std::map<std::string, std::string> declarations_;  // by class
};

}  // namespace broadside::emit
