#include "broadside/load/symbol/path_data.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/symbol/arc.hpp"
#include "broadside/load/symbol/number_list.hpp"
#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

constexpr std::string_view kCommands = "MmZzLlHhVvCcSsQqTtAa";

enum class CurveKind { None, Cubic, Quadratic };

char lower(char command) {
    return command < 'a' ? static_cast<char>(command - 'A' + 'a') : command;
}

class PathDataParser {
public:
    explicit PathDataParser(std::string_view text) : whole_(text), rest_(text) {}

    std::variant<Path, PathDataError> parse() {
        skip_space();
        while (!rest_.empty() && !error_) {
            read_command();
            check_size();
        }
        if (error_) return *error_;
        return std::move(path_);
    }

private:
    void read_command();
    bool read_segment(char command);
    void read_curve(char command);
    void read_arc();
    void close();

    double number();
    bool flag();
    double coordinate(double origin) { return relative_ ? origin + number() : number(); }
    PathPoint point() {
        const double x = coordinate(current_.x);
        const double y = coordinate(current_.y);
        return {x, y};
    }

    void draw(const PathSegment& segment, PathPoint to);
    void begin_subpath();
    void fail(std::string message) {
        if (!error_) error_ = PathDataError{whole_.size() - rest_.size(), std::move(message)};
    }
    void check_size() {
        if (path_.size() <= limits::kMaxSymbolSegments) return;
        fail(fmt::format("expected at most {} segments", limits::kMaxSymbolSegments));
    }
    void skip_space() {
        const std::size_t space = rest_.find_first_not_of(" \t\r\n\f");
        rest_.remove_prefix(std::min(space, rest_.size()));
    }
    bool number_follows() const {
        return !rest_.empty() &&
               std::string_view("+-.0123456789").find(rest_.front()) != std::string_view::npos;
    }
    PathPoint reflected(CurveKind kind) const {
        if (last_curve_ != kind) return current_;
        return {2 * current_.x - control_.x, 2 * current_.y - control_.y};
    }

    std::string_view whole_, rest_;
    std::optional<PathDataError> error_;
    Path path_;
    PathPoint current_, start_;
    PathPoint control_;  // the last one, for smooth curves
    CurveKind last_curve_ = CurveKind::None;
    bool relative_ = false;
    bool closed_ = false;
};

double PathDataParser::number() {
    const auto value = take_number(rest_);
    if (!value) fail("expected a number");
    skip_comma_space(rest_);
    return value.value_or(0);
}

/// A flag is one digit and needs no separator: `a1 1 0 0110 10`.
bool PathDataParser::flag() {
    const char digit = rest_.empty() ? ' ' : rest_.front();
    if (digit != '0' && digit != '1') {
        fail("expected a flag, 0 or 1");
        return false;
    }
    rest_.remove_prefix(1);
    skip_comma_space(rest_);
    return digit == '1';
}

/// After a closed subpath, drawing goes on from its start (SVG 1.1, 8.3.3).
void PathDataParser::begin_subpath() {
    if (!closed_) return;
    path_.push_back(MoveTo{start_});
    closed_ = false;
}

void PathDataParser::draw(const PathSegment& segment, PathPoint to) {
    begin_subpath();
    path_.push_back(segment);
    current_ = to;
}

void PathDataParser::close() {
    if (!closed_) path_.push_back(ClosePath{});
    closed_ = true;
    current_ = start_;
    last_curve_ = CurveKind::None;
}

void PathDataParser::read_curve(char command) {
    const bool cubic = command == 'c' || command == 's';
    const bool smooth = command == 's' || command == 't';
    const CurveKind kind = cubic ? CurveKind::Cubic : CurveKind::Quadratic;
    const PathPoint first = smooth ? reflected(kind) : point();
    const PathPoint second = cubic ? point() : first;
    const PathPoint to = point();
    const PathPoint from = current_;
    if (cubic) {
        draw(CubicTo{first, second, to}, to);
    } else {
        // Degree elevation: the controls lie two thirds of the way to the quadratic's one.
        draw(CubicTo{{from.x + 2.0 / 3 * (first.x - from.x), from.y + 2.0 / 3 * (first.y - from.y)},
                     {to.x + 2.0 / 3 * (first.x - to.x), to.y + 2.0 / 3 * (first.y - to.y)},
                     to},
             to);
    }
    control_ = second;
    last_curve_ = kind;
}

void PathDataParser::read_arc() {
    Arc arc;
    arc.radius_x = number();
    arc.radius_y = number();
    arc.rotation = number();
    arc.size = flag() ? ArcSize::Large : ArcSize::Small;
    arc.sweep = flag() ? ArcSweep::Clockwise : ArcSweep::Anticlockwise;
    const PathPoint to = point();
    if (error_) return;
    begin_subpath();
    append_arc(path_, current_, arc, to);
    current_ = to;
}

/// Reads one set of arguments; false where the command takes none.
bool PathDataParser::read_segment(char command) {
    const CurveKind curve_before = last_curve_;
    switch (command) {
        case 'z': close(); return false;
        case 'm':
            current_ = start_ = point();
            path_.push_back(MoveTo{current_});
            closed_ = false;
            break;
        case 'l': {
            const PathPoint to = point();
            draw(LineTo{to}, to);
            break;
        }
        case 'h': {
            const PathPoint to{coordinate(current_.x), current_.y};
            draw(LineTo{to}, to);
            break;
        }
        case 'v': {
            const PathPoint to{current_.x, coordinate(current_.y)};
            draw(LineTo{to}, to);
            break;
        }
        case 'a': read_arc(); break;
        default:
            last_curve_ = curve_before;
            read_curve(command);
            return true;
    }
    last_curve_ = CurveKind::None;
    return true;
}

void PathDataParser::read_command() {
    const char letter = rest_.front();
    if (kCommands.find(letter) == std::string_view::npos) return fail("expected a command letter");
    char command = lower(letter);
    if (path_.empty() && command != 'm') return fail("expected a move (M or m) first");
    relative_ = command == letter;
    rest_.remove_prefix(1);
    skip_space();
    if (!read_segment(command)) return skip_space();
    // Further pairs after a move are lines.
    if (command == 'm') command = 'l';
    while (!error_ && number_follows()) {
        read_segment(command);
        check_size();
    }
}

}  // namespace

std::variant<Path, PathDataError> parse_path_data(std::string_view text) {
    return PathDataParser(text).parse();
}

}  // namespace broadside::load
