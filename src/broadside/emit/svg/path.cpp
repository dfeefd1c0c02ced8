#include "broadside/emit/svg/path.hpp"

#include <variant>

namespace broadside::emit {

namespace {

struct SegmentAppender {
    SvgPathData& data;
    const DrawingPlacement& placement;

    GridPoint place(PathPoint point) const {
        return to_grid({placement.origin.x + Pt(point.x * placement.scale),
                        placement.origin.y + Pt(point.y * placement.scale)});
    }
    void operator()(const MoveTo& move) const { data.move_to(place(move.to)); }
    void operator()(const LineTo& line) const { data.line_to(place(line.to)); }
    void operator()(const CubicTo& cubic) const {
        data.cubic_to(place(cubic.control1), place(cubic.control2), place(cubic.to));
    }
    void operator()(const ClosePath&) const { data.close(); }
};

}  // namespace

void SvgPathData::command(char letter, std::initializer_list<GridSteps> numbers) {
    // A repeated command needs no letter, but after a move a bare pair would be a line.
    bool needs_separator = letter == last_ && letter != 'm' && letter != 'M';
    if (!needs_separator) data_ += letter;
    last_ = letter;
    for (const GridSteps number : numbers) {
        if (needs_separator && number >= 0) data_ += ' ';
        data_ += grid_units(number);
        needs_separator = true;
    }
}

void SvgPathData::move_to(GridPoint to) {
    if (data_.empty()) {
        command('M', {to.x, to.y});
    } else {
        command('m', {to.x - current_.x, to.y - current_.y});
    }
    start_ = current_ = to;
}

void SvgPathData::line_to(GridPoint to) {
    if (to.y == current_.y) {
        command('h', {to.x - current_.x});
    } else if (to.x == current_.x) {
        command('v', {to.y - current_.y});
    } else {
        command('l', {to.x - current_.x, to.y - current_.y});
    }
    current_ = to;
}

void SvgPathData::quadratic_to(GridPoint control, GridPoint to) {
    command('q',
            {control.x - current_.x, control.y - current_.y, to.x - current_.x, to.y - current_.y});
    current_ = to;
}

void SvgPathData::cubic_to(GridPoint control1, GridPoint control2, GridPoint to) {
    command('c', {control1.x - current_.x, control1.y - current_.y, control2.x - current_.x,
                  control2.y - current_.y, to.x - current_.x, to.y - current_.y});
    current_ = to;
}

void SvgPathData::close() {
    command('z', {});
    current_ = start_;
}

void SvgPathData::append(const Path& path, const DrawingPlacement& placement) {
    for (const PathSegment& segment : path) std::visit(SegmentAppender{*this, placement}, segment);
}

}  // namespace broadside::emit
