#include "broadside/scene/fingerprint.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace broadside::scene {

namespace {

// Every struct is taken apart by a structured binding that names all its fields: with a new field
// it no longer compiles, so none can be forgotten here.
class Fingerprinter {
public:
    Digest digest() const { return hash_.digest(); }

    void add(const std::string& text) { hash_.add_text(text); }
    void add(double number) { hash_.add_real(number); }
    void add(Pt length) { hash_.add_real(length.value); }

    template <typename Integer>
    requires std::is_integral_v<Integer> || std::is_enum_v<Integer>
    void add(Integer number) { hash_.add_number(static_cast<std::uint64_t>(number)); }

    template <typename Item>
    void add(const std::vector<Item>& items) {
        add(items.size());
        for (const Item& item : items) add(item);
    }

    template <typename Value>
    void add(const std::optional<Value>& value) {
        add(value.has_value());
        if (value) add(*value);
    }

    template <typename... Kinds>
    void add(const std::variant<Kinds...>& variant) {
        add(variant.index());
        std::visit([this](const auto& kind) { this->add(kind); }, variant);
    }

    template <typename... Fields>
    void add_all(const Fields&... fields) {
        (add(fields), ...);
    }

    void add(const Colour& colour) {
        const auto& [red, green, blue, name] = colour;
        add_all(red, green, blue, name);
    }

    void add(const Point& point) {
        const auto& [x, y] = point;
        add_all(x, y);
    }

    void add(const Turn& turn) {
        const auto& [about, cosine, sine] = turn;
        add_all(about, cosine, sine);
    }

    void add(const Size& size) {
        const auto& [width, height] = size;
        add_all(width, height);
    }

    void add(const Rect& rect) {
        const auto& [x, y, width, height] = rect;
        add_all(x, y, width, height);
    }

    void add(const PathPoint& point) {
        const auto& [x, y] = point;
        add_all(x, y);
    }

    void add(const MoveTo& move) {
        const auto& [to] = move;
        add(to);
    }

    void add(const LineTo& line) {
        const auto& [to] = line;
        add(to);
    }

    void add(const CubicTo& curve) {
        const auto& [control1, control2, to] = curve;
        add_all(control1, control2, to);
    }

    void add(const ClosePath&) {}
    void add(const CurrentColour&) {}

    void add(const Stroke& stroke) {
        const auto& [paint, width, cap, join, miter_limit] = stroke;
        add_all(paint, width, cap, join, miter_limit);
    }

    void add(const Shape& shape) {
        const auto& [path, fill, fill_rule, stroke] = shape;
        add_all(path, fill, fill_rule, stroke);
    }

    void add(const DrawingRef& drawing) {
        add(drawing != nullptr);
        if (drawing == nullptr) return;
        const auto& [name, width, height, shapes, image] = *drawing;
        add_all(name, width, height, shapes, image);
    }

    /// The digest of its file says all.
    void add(const ImageRef& image) {
        add(image != nullptr);
        if (image != nullptr) hash_.add_digest(image->content);
    }

    void add(const FontMetrics& metrics) {
        const auto& [ascent, descent, cap_height, x_height] = metrics;
        add_all(ascent, descent, cap_height, x_height);
    }

    void add(const FontFaceRef& face) {
        add(face != nullptr);
        if (face == nullptr) return;
        // The path says on which machine this is, and nothing about what is drawn; the file's bytes
        // are among the inputs of an output, which have a digest of their own.
        [[maybe_unused]] const auto& [family, weight, slant, file, index, bytes, metrics, scale,
                                      line_height] = *face;
        add_all(family, weight, slant, index, metrics, scale, line_height);
    }

    void add(const RunCluster& cluster) {
        const auto& [bytes, glyphs] = cluster;
        add_all(bytes, glyphs);
    }

    void add(const RunGlyph& glyph) {
        const auto& [id, x, y] = glyph;
        add_all(id, x, y);
    }

    void add(const GlyphRun& run) {
        const auto& [font, size, colour, utf8, direction, clusters, glyphs, advance, language,
                     is_unseen, level] = run;
        add_all(font, size, colour, utf8, direction, clusters, glyphs, advance, language, is_unseen,
                level);
    }

    void add(const NoteId& note) {
        const auto& [value] = note;
        add(*value);
    }
    void add(const Url& url) { add(url.address()); }

    void add(const Tag& tag) {
        const auto& [role, id, label, url, note, scope, level, row, column, row_span, column_span,
                     table, continued, covered, repeated] = tag;
        add_all(role, id, label, url, note, scope, level, row, column, row_span, column_span, table,
                continued, covered, repeated);
    }

    void add(const BeginGroup& group) {
        const auto& [tag] = group;
        add(tag);
    }

    void add(const EndGroup&) {}

    void add(const FillRect& fill) {
        const auto& [rect, colour] = fill;
        add_all(rect, colour);
    }

    void add(const StrokeLine& line) {
        const auto& [from, to, width, colour] = line;
        add_all(from, to, width, colour);
    }

    void add(const Run& run) {
        const auto& [origin, glyphs, note, url, call] = run;
        add_all(origin, glyphs, note, url, call);
    }

    void add(const Line& line) {
        const auto& [baseline, left, width, runs, is_hyphenated, is_fed] = line;
        add_all(baseline, left, width, runs, is_hyphenated, is_fed);
    }

    void add(const DrawText& text) {
        const auto& [direction, lines, turn, continues] = text;
        add_all(direction, lines, turn, continues);
    }

    void add(const DrawSymbol& symbol) {
        const auto& [box, drawing, colour] = symbol;
        add_all(box, drawing, colour);
    }

    void add(const Metadata& metadata) {
        const auto& [title, language, author, description, licence] = metadata;
        add_all(title, language, author, description, licence);
    }

    void add(const Page& page) {
        const auto& [size, paper, ops] = page;
        add_all(size, paper, ops);
    }

    void add(const Scene& scene) {
        const auto& [metadata, direction, pages] = scene;
        add_all(metadata, direction, pages);
    }

private:
    ContentHash hash_;
};

}  // namespace

Digest fingerprint(const Scene& scene) {
    Fingerprinter fingerprinter;
    fingerprinter.add(scene);
    return fingerprinter.digest();
}

}  // namespace broadside::scene
