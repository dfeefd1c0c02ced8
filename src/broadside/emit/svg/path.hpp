#pragma once

#include <initializer_list>
#include <string>

#include "broadside/base/path.hpp"
#include "broadside/emit/drawing.hpp"
#include "broadside/emit/markup.hpp"

namespace broadside::emit {

struct GridPoint {
    GridSteps x = 0, y = 0;
    bool operator==(const GridPoint&) const = default;
};

inline GridPoint to_grid(Point point) { return {to_grid(point.x), to_grid(point.y)}; }

/// Builds the value of a `d` attribute: relative commands with the fewest characters.
class SvgPathData {
public:
    void move_to(GridPoint to);
    void line_to(GridPoint to);
    void quadratic_to(GridPoint control, GridPoint to);
    void cubic_to(GridPoint control1, GridPoint control2, GridPoint to);
    void close();

    /// `path` is in drawing units.
    void append(const Path& path, const DrawingPlacement& placement);

    bool empty() const { return data_.empty(); }
    std::string take() { return std::move(data_); }

private:
    void command(char letter, std::initializer_list<GridSteps> numbers);

    std::string data_;
    char last_ = 0;
    GridPoint start_, current_;
};

}  // namespace broadside::emit
