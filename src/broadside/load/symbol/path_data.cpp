#include "broadside/load/symbol/path_data.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::load {

namespace {

constexpr double kPi = std::numbers::pi;

struct Ellipse {
    PathPoint centre;
    double radius_x, radius_y;
    double cosine, sine;  // of the rotation

    PathPoint at(double x, double y) const {
        return {centre.x + cosine * radius_x * x - sine * radius_y * y,
                centre.y + sine * radius_x * x + cosine * radius_y * y};
    }
};

struct CentredArc {
    Ellipse ellipse;
    double start, turn;  // radians
};

// SVG 1.1, F.6.5 and F.6.6: from endpoints to centre; the names are those of the appendix.
CentredArc centred(PathPoint from, const Arc& arc, PathPoint to) {
    const double angle = arc.rotation * kPi / 180;
    const double cosine = std::cos(angle), sine = std::sin(angle);
    const double half_x = (from.x - to.x) / 2, half_y = (from.y - to.y) / 2;
    const double x1 = cosine * half_x + sine * half_y;
    const double y1 = -sine * half_x + cosine * half_y;
    double rx = std::abs(arc.radius_x), ry = std::abs(arc.radius_y);
    const double lambda = (x1 / rx) * (x1 / rx) + (y1 / ry) * (y1 / ry);
    if (lambda > 1) {
        rx *= std::sqrt(lambda);
        ry *= std::sqrt(lambda);
    }
    const double ux = x1 / rx, uy = y1 / ry;
    const double square = ux * ux + uy * uy;
    double factor = std::sqrt(std::max(0.0, (1 - square) / square));
    const bool large = arc.size == ArcSize::Large, clockwise = arc.sweep == ArcSweep::Clockwise;
    if (large == clockwise) factor = -factor;
    const double unit_x = factor * uy,
                 unit_y = -factor * ux;  // the centre, in the unit circle's space
    const double cx = unit_x * rx, cy = unit_y * ry;
    const PathPoint centre{cosine * cx - sine * cy + (from.x + to.x) / 2,
                           sine * cx + cosine * cy + (from.y + to.y) / 2};
    const double start = std::atan2(uy - unit_y, ux - unit_x);
    double turn = std::atan2(-uy - unit_y, -ux - unit_x) - start;
    if (clockwise && turn < 0) turn += 2 * kPi;
    if (!clockwise && turn > 0) turn -= 2 * kPi;
    return {{centre, rx, ry, cosine, sine}, start, turn};
}

constexpr std::string_view kCommands = "MmZzLlHhVvCcSsQqTtAa";

enum class CurveKind { None, Cubic, Quadratic };

class PathDataParser {
public:
    explicit PathDataParser(std::string_view text) : whole_(text), rest_(text) {}

    std::variant<Path, PathDataError> parse() {
        skip_white_space(rest_);
        while (!rest_.empty() && !error_) {
            read_command();
            check_size();
        }
        if (error_) return *error_;
        return std::move(path_);
    }

private:
    void read_command() {
        const char letter = rest_.front();
        if (kCommands.find(letter) == std::string_view::npos)
            return fail("expected a command letter");
        char command = unicode::in_small_ascii(letter);
        if (path_.empty() && command != 'm') return fail("expected a move (M or m) first");
        relative_ = command == letter;
        rest_.remove_prefix(1);
        skip_white_space(rest_);
        // A letter with nothing behind it, at the end, draws nothing.
        if (rest_.empty() && command != 'z') return;
        if (!read_segment(command)) return skip_white_space(rest_);
        // Further pairs after a move are lines.
        if (command == 'm') command = 'l';
        while (!error_ && number_follows()) {
            read_segment(command);
            check_size();
        }
    }

    /// Reads one set of arguments; false where the command takes none.
    bool read_segment(char command) {
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

    void read_curve(char command) {
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
            draw(CubicTo{{from.x + 2.0 / 3 * (first.x - from.x),
                          from.y + 2.0 / 3 * (first.y - from.y)},
                         {to.x + 2.0 / 3 * (first.x - to.x), to.y + 2.0 / 3 * (first.y - to.y)},
                         to},
                 to);
        }
        control_ = second;
        last_curve_ = kind;
    }

    void read_arc() {
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

    void close() {
        if (!closed_) path_.push_back(ClosePath{});
        closed_ = true;
        current_ = start_;
        last_curve_ = CurveKind::None;
    }

    double number() {
        const auto value = take_number(rest_);
        if (!value) fail("expected a number");
        skip_comma_space(rest_);
        return value.value_or(0);
    }

    /// A flag is one digit and needs no separator: `a1 1 0 0110 10`.
    bool flag() {
        const char digit = rest_.empty() ? ' ' : rest_.front();
        if (digit != '0' && digit != '1') {
            fail("expected a flag, 0 or 1");
            return false;
        }
        rest_.remove_prefix(1);
        skip_comma_space(rest_);
        return digit == '1';
    }
    double coordinate(double origin) { return relative_ ? origin + number() : number(); }
    PathPoint point() {
        const double x = coordinate(current_.x);
        const double y = coordinate(current_.y);
        return {x, y};
    }

    void draw(const PathSegment& segment, PathPoint to) {
        begin_subpath();
        path_.push_back(segment);
        current_ = to;
    }

    /// After a closed subpath, drawing goes on from its start (SVG 1.1, 8.3.3).
    void begin_subpath() {
        if (!closed_) return;
        path_.push_back(MoveTo{start_});
        closed_ = false;
    }
    void fail(std::string message) {
        if (!error_) error_ = PathDataError{whole_.size() - rest_.size(), std::move(message)};
    }
    void check_size() {
        if (path_.size() <= limits::kMaxSymbolSegments) return;
        fail(fmt::format("expected at most {} segments", limits::kMaxSymbolSegments));
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

}  // namespace

std::variant<Path, PathDataError> parse_path_data(std::string_view text) {
    return PathDataParser(text).parse();
}

void append_arc(Path& path, PathPoint from, const Arc& arc, PathPoint to) {
    if (from == to) return;
    if (arc.radius_x == 0 || arc.radius_y == 0) {
        path.push_back(LineTo{to});
        return;
    }
    const CentredArc centre = centred(from, arc, to);
    if (!std::isfinite(centre.turn)) {
        path.push_back(LineTo{to});
        return;
    }
    // A little less than a quarter keeps an exact quarter from becoming two curves by rounding.
    const int pieces =
        std::max(1, static_cast<int>(std::ceil(std::abs(centre.turn) / (kPi / 2) - 1e-9)));
    const double step = centre.turn / pieces;
    const double handle = 4.0 / 3.0 * std::tan(step / 4);
    for (int piece = 0; piece < pieces; ++piece) {
        const double a = centre.start + step * piece, b = a + step;
        const PathPoint end =
            piece + 1 == pieces ? to : centre.ellipse.at(std::cos(b), std::sin(b));
        path.push_back(CubicTo{centre.ellipse.at(std::cos(a) - handle * std::sin(a),
                                                 std::sin(a) + handle * std::cos(a)),
                               centre.ellipse.at(std::cos(b) + handle * std::sin(b),
                                                 std::sin(b) - handle * std::cos(b)),
                               end});
    }
}

}  // namespace broadside::load
