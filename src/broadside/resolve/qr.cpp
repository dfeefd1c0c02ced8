#include "broadside/resolve/qr.hpp"

#include <cstdint>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <qrencode.h>

namespace broadside::resolve {

namespace {

// ISO/IEC 18004 asks for four; the code stands on white paper with white around it, which adds the
// rest.
constexpr int kQuietModules = 2;

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

bool is_dark(const QRcode& code, int row, int column) {
    return (code.data[row * code.width + column] & 1u) != 0;
}

void append_run(Path& path, int row, int first, int end) {
    const double left = first + kQuietModules, right = end + kQuietModules;
    const double top = row + kQuietModules, bottom = top + 1;
    path.insert(path.end(), {MoveTo{{left, top}}, LineTo{{right, top}}, LineTo{{right, bottom}},
                             LineTo{{left, bottom}}, ClosePath{}});
}

/// One rectangle for each row's neighbouring dark modules; all in one path, so that no seam shows.
Path dark_runs(const QRcode& code) {
    Path path;
    for (int row = 0; row < code.width; ++row) {
        for (int column = 0; column < code.width; ++column) {
            const int first = column;
            while (column < code.width && is_dark(code, row, column)) ++column;
            if (column > first) append_run(path, row, first, column);
        }
    }
    return path;
}

/// FNV-1a, 64 bits: a name that comes from the content is the same in every run.
std::uint64_t content_hash(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return hash;
}

}  // namespace

DrawingRef qr_drawing(const std::string& text) {
    const Code code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
    if (!code) return nullptr;
    Shape shape;
    shape.path = dark_runs(*code);
    shape.fill = CurrentColour{};
    Drawing drawing;
    drawing.name = fmt::format("qr-{:016x}", content_hash(text));
    drawing.width = drawing.height = code->width + 2 * kQuietModules;
    drawing.shapes.push_back(std::move(shape));
    return std::make_shared<const Drawing>(std::move(drawing));
}

}  // namespace broadside::resolve
