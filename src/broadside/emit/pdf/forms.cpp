#include "broadside/emit/pdf/forms.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/emit/deflate.hpp"
#include "broadside/emit/drawing.hpp"
#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

bool rounds_to_zero(double number, int decimals) {
    return std::abs(number) * 2 < std::pow(10, -decimals);
}

/// A hundred thousandth of the drawing is below what any press resolves.
int decimals_for(const Drawing& drawing) {
    const double size = std::max(drawing.width, drawing.height);
    return std::clamp(5 - static_cast<int>(std::floor(std::log10(size))), 0, 12);
}

/// PDF 1.7, table 54.
int code(LineCap cap) {
    switch (cap) {
        case LineCap::Butt: return 0;
        case LineCap::Round: return 1;
        case LineCap::Square: return 2;
    }
    return 0;
}

/// PDF 1.7, table 55.
int code(LineJoin join) {
    switch (join) {
        case LineJoin::Miter: return 0;
        case LineJoin::Round: return 1;
        case LineJoin::Bevel: return 2;
    }
    return 0;
}

/// The operators that paint one drawing, in its own units.
class FormContent {
public:
    FormContent(const Drawing& drawing, Colour current)
        : current_(current), decimals_(decimals_for(drawing)) {
        for (const Shape& shape : drawing.shapes) add(shape);
    }

    const std::string& content() const { return content_; }

    /// What it refers to, as the entries of a dictionary.
    std::string resources() const {
        std::string states;
        for (const auto& [state, place] : states_) states += fmt::format("/a{} {} ", place, state);
        return states.empty() ? "" : fmt::format("/ExtGState << {}>> ", states);
    }

    // One for each segment of a path.
    void operator()(const MoveTo& move) { coordinates({move.to}, "m"); }
    void operator()(const LineTo& line) { coordinates({line.to}, "l"); }
    void operator()(const CubicTo& cubic) {
        coordinates({cubic.control1, cubic.control2, cubic.to}, "c");
    }
    void operator()(const ClosePath&) { content_ += "h\n"; }

private:
    void add(const Shape& shape) {
        const bool has_line = shape.stroke && !rounds_to_zero(shape.stroke->width, decimals_);
        if (!shape.fill && !has_line) return;
        const double fill_opacity = shape.fill ? shape.fill_opacity : 1;
        const double line_opacity = has_line ? shape.stroke->opacity : 1;
        set_opacity(fill_opacity, line_opacity);
        if (shape.fill) set_colour(*shape.fill, "rg");
        // PDF 1.7, 8.4.3.2: a width of 0 would be a line of one pixel.
        if (has_line) set_pen(*shape.stroke);
        const bool is_even_odd = shape.fill_rule == FillRule::EvenOdd;
        const char* const fill = is_even_odd ? "f*\n" : "f\n";
        if (!shape.fill) {
            paint(shape.path, "S\n");
        } else if (!has_line) {
            paint(shape.path, fill);
        } else if (line_opacity < 1) {
            // PDF 1.7, 11.7.4.4: painted in one go, no fill would be seen through the line.
            paint(shape.path, fill);
            paint(shape.path, "S\n");
        } else {
            paint(shape.path, is_even_odd ? "B*\n" : "B\n");
        }
    }

    void paint(const Path& path, const char* operation) {
        for (const PathSegment& segment : path) std::visit(*this, segment);
        content_ += operation;
    }

    /// A form begins with what is opaque.
    void set_opacity(double fill, double line) {
        std::string state = "<< /ca ";
        append_number(state, fill, 5);
        state += " /CA ";
        append_number(state, line, 5);
        state += " >>";
        if (states_.empty() && fill >= 1 && line >= 1) return;
        const auto [known, is_new] = states_.try_emplace(std::move(state), states_.size());
        if (!is_new && known->second == state_) return;
        state_ = known->second;
        fmt::format_to(std::back_inserter(content_), "/a{} gs\n", state_);
    }

    void set_colour(const Paint& paint, const char* operation) {
        const Colour colour = paint_colour(paint, current_);
        for (const auto channel : {colour.red, colour.green, colour.blue}) {
            append_number(content_, channel / 255.0, 5);
            content_ += ' ';
        }
        content_ += operation;
        content_ += '\n';
    }

    // All of it: what a form leaves out is as it happens to be on the page.
    void set_pen(const Stroke& stroke) {
        set_colour(stroke.paint, "RG");
        append_number(content_, stroke.width, decimals_);
        fmt::format_to(std::back_inserter(content_), " w {} J {} j ", code(stroke.cap),
                       code(stroke.join));
        append_number(content_, stroke.miter_limit, 5);
        content_ += " M [";
        for (const double dash : stroke.dashes) {
            append_number(content_, dash, decimals_);
            content_ += ' ';
        }
        content_ += "] ";
        append_number(content_, stroke.dash_offset, decimals_);
        content_ += " d\n";
    }

    void coordinates(std::initializer_list<PathPoint> points, const char* operation) {
        for (const PathPoint& point : points) {
            append_number(content_, point.x, decimals_);
            content_ += ' ';
            append_number(content_, point.y, decimals_);
            content_ += ' ';
        }
        content_ += operation;
        content_ += '\n';
    }

    std::string content_;
    Colour current_;
    int decimals_;
    std::map<std::string, std::size_t> states_;  // graphics states, by what they say
    std::size_t state_ = 0;                      // the latest one
};

}  // namespace

std::string pdf_form(const Drawing& drawing, Colour current) {
    const FormContent content(drawing, current);
    const std::string stream = deflated(content.content());
    std::string form = "<< /Type /XObject /Subtype /Form /BBox [";
    for (const double edge : {0.0, 0.0, drawing.width, drawing.height}) {
        append_number(form, edge, decimals_for(drawing));
        form += ' ';
    }
    form += "] /Matrix [";
    const double scale = 1 / std::max(drawing.width, drawing.height);
    for (const double entry : {scale, 0.0, 0.0, scale, 0.0, 0.0}) {
        append_number(form, entry, 12);
        form += ' ';
    }
    fmt::format_to(std::back_inserter(form),
                   "] /Resources << {}>> /Filter /FlateDecode /Length {} >>\nstream\n",
                   content.resources(), stream.size());
    return form + stream + "\nendstream\n";
}

std::string pdf_picture_form(const Drawing& picture, int image) {
    const double side = std::max(picture.width, picture.height);
    const double width = picture.width / side, height = picture.height / side;
    const std::string stream =
        fmt::format("{:.6f} 0 0 {:.6f} 0 {:.6f} cm /i Do\n", width, -height, height);
    return fmt::format(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 {:.6f} {:.6f}]"
        " /Resources << /XObject << /i {} 0 R >> >> /Length {} >>\nstream\n{}\nendstream\n",
        width, height, image, stream.size(), stream);
}

const PdfImage& PdfForms::image(const ImageRef& image) {
    PdfImage& written = images_[image];
    if (written.image == nullptr) written = pdf_image(image);
    return written;
}

const std::string& PdfForms::form(const DrawingRef& drawing, Colour current) {
    // Each page may have a QR code of its own, which no page after it shows.
    if (forms_.size() >= most_forms_) {
        std::erase_if(forms_, [](const auto& kept) { return kept.first.first.use_count() == 1; });
        most_forms_ = std::max(most_forms_, 2 * forms_.size());
    }
    std::string& form = forms_[{drawing, to_string(current)}];
    if (form.empty()) form = pdf_form(*drawing, current);
    return form;
}

}  // namespace broadside::emit
