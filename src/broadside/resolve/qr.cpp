#include "broadside/resolve/qr.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <qrencode.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/handle.hpp"

namespace broadside::resolve {

namespace {

// ISO/IEC 18004 asks for four; paper is as light around the code, which adds the rest.
constexpr int kQuietModules = 4, kQuietModulesOnPaper = 2;

// ISO/IEC 15415: the symbol contrast of grade B.
constexpr double kLeastContrast = 0.55;

constexpr Colour kBlack{0, 0, 0}, kWhite{255, 255, 255};

using Code = Handle<QRcode, QRcode_free>;

/// The borders of the dark modules as closed lines, dark to their right. Rectangles would show
/// seams and take twice the points.
class Outline {
public:
    Outline(const QRcode& code, int quiet_modules)
        : code_(code), quiet_modules_(quiet_modules), edges_(side() * side() * kDirections) {
        for (int row = 0; row <= code.width; ++row) {
            for (int column = 0; column <= code.width; ++column) add_edges_of({column, row});
        }
    }

    Path trace() && {
        for (int row = 0; row <= code_.width; ++row) {
            for (int column = 0; column <= code_.width; ++column) {
                for (int way = 0; way < kDirections; ++way) {
                    if (edge({column, row}, way)) follow({column, row}, way);
                }
            }
        }
        return std::move(path_);
    }

private:
    // Right, down, left, up: a turn to the right is one more.
    static constexpr int kDirections = 4;
    static constexpr int kStepX[] = {1, 0, -1, 0};
    static constexpr int kStepY[] = {0, 1, 0, -1};

    struct Corner {
        int x = 0, y = 0;
        bool operator==(const Corner&) const = default;
    };

    std::size_t side() const { return static_cast<std::size_t>(code_.width) + 1; }

    bool is_dark(int column, int row) const {
        const bool is_inside = row >= 0 && row < code_.width && column >= 0 && column < code_.width;
        return is_inside && (code_.data[row * code_.width + column] & 1u) != 0;
    }

    /// Whether a border leads away from `from`, and has not been drawn.
    std::vector<bool>::reference edge(Corner from, int way) {
        const auto x = static_cast<std::size_t>(from.x), y = static_cast<std::size_t>(from.y);
        return edges_[(y * side() + x) * kDirections + static_cast<std::size_t>(way)];
    }

    void add_edges_of(Corner c) {
        const bool above_left = is_dark(c.x - 1, c.y - 1), above_right = is_dark(c.x, c.y - 1);
        const bool below_left = is_dark(c.x - 1, c.y), below_right = is_dark(c.x, c.y);
        edge(c, 0) = below_right && !above_right;
        edge(c, 1) = below_left && !below_right;
        edge(c, 2) = above_left && !below_left;
        edge(c, 3) = above_right && !above_left;
    }

    void follow(Corner start, int way) {
        path_.push_back(MoveTo{place(start)});
        Corner at = start;
        while (true) {
            edge(at, way) = false;
            at = {at.x + kStepX[way], at.y + kStepY[way]};
            const int next = next_way(at, way);
            if (next < 0) break;
            if (next != way) path_.push_back(LineTo{place(at)});
            way = next;
        }
        path_.push_back(ClosePath{});
    }

    /// Right before straight on before left keeps modules apart that touch at a corner only.
    int next_way(Corner at, int way) {
        for (const int turn : {1, 0, 3}) {
            const int next = (way + turn) % kDirections;
            if (edge(at, next)) return next;
        }
        return -1;
    }

    PathPoint place(Corner corner) const {
        return {static_cast<double>(corner.x + quiet_modules_),
                static_cast<double>(corner.y + quiet_modules_)};
    }

    const QRcode& code_;
    const int quiet_modules_;
    std::vector<bool> edges_;
    Path path_;
};

}  // namespace

QrGround qr_ground(Colour ink, Colour paper) {
    const bool is_read = luminance(paper) - luminance(ink) >= kLeastContrast;
    return is_read ? QrGround::Paper : QrGround::Plate;
}

DrawingRef qr_drawing(const Url& url, QrGround ground) {
    const Code code(QRcode_encodeString8bit(url.address().c_str(), 0, QR_ECLEVEL_M));
    if (!code) return nullptr;
    const bool has_plate = ground == QrGround::Plate;
    const int quiet = has_plate ? kQuietModules : kQuietModulesOnPaper;
    Drawing drawing;
    drawing.name = fmt::format("qr-{:016x}{}", fnv_1a(url.address()), has_plate ? "-plate" : "");
    drawing.width = drawing.height = code->width + 2 * quiet;
    drawing.code_of = url.address();
    if (has_plate)
        drawing.shapes.push_back(filled(rectangle(0, 0, drawing.width, drawing.height), kWhite));
    drawing.shapes.push_back(
        filled(Outline(*code, quiet).trace(), has_plate ? Paint(kBlack) : Paint(CurrentColour{})));
    return std::make_shared<const Drawing>(std::move(drawing));
}

}  // namespace broadside::resolve
