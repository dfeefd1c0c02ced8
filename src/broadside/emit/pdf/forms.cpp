#include "broadside/emit/pdf/forms.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <optional>
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

std::string box_of(const Drawing& drawing) {
    return array_of({0, 0, drawing.width, drawing.height}, decimals_for(drawing));
}

/// The operator by which a transform holds for what follows.
std::string concatenated(const Transform& transform, int decimals) {
    const std::string matrix = pdf_matrix(transform, decimals);
    return matrix.substr(1, matrix.size() - 2) + "cm\n";
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
        : current_(current), decimals_(decimals_for(drawing)), box_(box_of(drawing)) {
        for_each_shape(
            drawing, [this](const Clip& clip) { open(clip); }, [this] { close(); },
            [this](const Shape& shape) { add(shape); });
    }

    const std::string& content() const { return content_; }

    /// The entries of the resources: what stands between the numbers of its masks.
    std::vector<std::string> resources() const {
        std::vector<std::string> text(1);
        for (std::size_t i = 0; i < patterns_.size(); ++i)
            text.back() += fmt::format("{}/p{} {} ", i == 0 ? "/Pattern << " : "", i, patterns_[i]);
        if (!patterns_.empty()) text.back() += ">> ";
        if (states_.empty() && masks_.empty()) return text;
        text.back() += "/ExtGState << ";
        for (const auto& [state, place] : states_)
            text.back() += fmt::format("/a{} {} ", place, state);
        for (std::size_t i = 0; i < masks_.size(); ++i) {
            text.back() += fmt::format("/m{} << /ca 1 /CA 1 /SMask << /S /Luminosity /G ", i);
            text.emplace_back(" 0 R >> >> ");
        }
        text.back() += ">> ";
        return text;
    }

    const std::vector<std::string>& masks() const { return masks_; }

    // One for each segment of a path.
    void operator()(const MoveTo& move) { coordinates({move.to}, "m"); }
    void operator()(const LineTo& line) { coordinates({line.to}, "l"); }
    void operator()(const CubicTo& cubic) {
        coordinates({cubic.control1, cubic.control2, cubic.to}, "c");
    }
    void operator()(const ClosePath&) { content_ += "h\n"; }

private:
    /// How much of a shape's paints shows.
    struct Opacities {
        double fill = 1, line = 1;
    };

    void add(const Shape& shape) {
        const bool has_line = shape.stroke && !rounds_to_zero(shape.stroke->width, decimals_);
        if (!shape.fill && !has_line) return;
        const Opacities opacities{shape.fill ? shape.fill_opacity : 1,
                                  has_line ? shape.stroke->opacity : 1};
        const bool is_even_odd = shape.fill_rule == FillRule::EvenOdd;
        const char* const fill = is_even_odd ? "f*\n" : "f\n";
        // PDF 1.7, 11.7.4.4: painted in one go, no fill is seen through its line.
        const bool is_in_one = shape.fill && has_line && opacities.line >= 1 &&
                               !needs_mask(*shape.fill, opacities.fill) &&
                               !needs_mask(shape.stroke->paint, opacities.line);
        if (is_in_one) {
            set_opacities(opacities);
            set_colour(*shape.fill, "rg");
            set_pen(*shape.stroke);
            return paint(shape.path, is_even_odd ? "B*\n" : "B\n");
        }
        if (shape.fill) {
            const bool is_masked = begin(*shape.fill, opacities.fill, opacities);
            set_colour(*shape.fill, "rg");
            paint(shape.path, fill);
            if (is_masked) content_ += "Q\n";
        }
        // PDF 1.7, 8.4.3.2: a width of 0 would be a line of one pixel.
        if (has_line) {
            const bool is_masked = begin(shape.stroke->paint, opacities.line, opacities);
            set_pen(*shape.stroke);
            if (shape.stroke->pen)
                paint_with_pen(shape.path, *shape.stroke->pen);
            else
                paint(shape.path, "S\n");
            if (is_masked) content_ += "Q\n";
        }
    }

    /// Poppler paints every gradient as if its state were opaque.
    static bool needs_mask(const Paint& paint, double opacity) {
        const Gradient* gradient = gradient_of(paint);
        return gradient != nullptr && (opacity < 1 || has_opacities(*gradient));
    }

    void open(const Clip& clip) {
        content_ += "q\n";
        paint(clip.path, clip.rule == FillRule::EvenOdd ? "W* n\n" : "W n\n");
        outside_.push_back(state_);
    }

    void close() {
        content_ += "Q\n";
        state_ = outside_.back();
        outside_.pop_back();
    }

    void paint(const Path& path, const char* operation) {
        for (const PathSegment& segment : path) std::visit(*this, segment);
        content_ += operation;
    }

    void paint_with_pen(const Path& path, const Transform& pen) {
        content_ += "q\n" + concatenated(pen, 9);
        paint(transformed(path, inverse(pen)), "S\nQ\n");
    }

    /// A form begins with what is opaque.
    void set_opacities(const Opacities& opacities) {
        if (!state_ && opacities.fill >= 1 && opacities.line >= 1) return;
        std::string state = "<< /ca ";
        append_number(state, opacities.fill, 5);
        state += " /CA ";
        append_number(state, opacities.line, 5);
        const std::size_t place = states_.try_emplace(state + " >>", states_.size()).first->second;
        if (state_ == place) return;
        state_ = place;
        fmt::format_to(std::back_inserter(content_), "/a{} gs\n", place);
    }

    /// What is painted next is seen through as its paint says. Returns whether that has to end.
    bool begin(const Paint& paint, double opacity, const Opacities& opacities) {
        if (!needs_mask(paint, opacity)) {
            set_opacities(opacities);
            return false;
        }
        fmt::format_to(std::back_inserter(content_), "q\n/m{} gs\n", masks_.size());
        Gradient gradient = *gradient_of(paint);
        for (Gradient::Stop& stop : gradient.stops) stop.opacity *= opacity;
        masks_.push_back(mask(gradient));
        return true;
    }

    /// PDF 1.7, 11.5.3: a group whose lightness is how much shows.
    std::string mask(const Gradient& gradient) const {
        const std::string stream = concatenated(gradient.to_drawing, matrix_decimals()) + "/h sh\n";
        return fmt::format(
            "<< /Type /XObject /Subtype /Form /BBox {} /Group << /S /Transparency /CS /DeviceGray "
            ">> /Resources << /Shading << /h {} >> >> /Length {} >>\nstream\n{}\nendstream\n",
            box_, pdf_opacity_shading(gradient), stream.size(), stream);
    }

    void set_colour(const Paint& paint, std::string_view operation) {
        if (const Gradient* gradient = gradient_of(paint)) {
            const bool is_fill = operation == "rg";
            fmt::format_to(std::back_inserter(content_), "/Pattern {} /p{} {}\n",
                           is_fill ? "cs" : "CS", patterns_.size(), is_fill ? "scn" : "SCN");
            patterns_.push_back(fmt::format("<< /PatternType 2 /Matrix {} /Shading {} >>",
                                            pdf_matrix(gradient->to_drawing, matrix_decimals()),
                                            pdf_shading(*gradient)));
            return;
        }
        append_colour(content_, paint_colour(paint, current_), 5);
        content_ += operation;
        content_ += '\n';
    }

    // A matrix is multiplied by numbers of a gradient's own units.
    int matrix_decimals() const { return std::min(decimals_ + 3, 12); }

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
    std::string box_;
    std::vector<std::string> patterns_;
    std::vector<std::string> masks_;
    std::map<std::string, std::size_t> states_;        // graphics states, by what they say
    std::optional<std::size_t> state_;                 // the latest one; none: what is opaque
    std::vector<std::optional<std::size_t>> outside_;  // those around the clips
};

}  // namespace

void PdfForm::write(PdfWriter& writer, int number) const {
    std::string object = text.front();
    for (std::size_t i = 0; i < masks.size(); ++i) {
        const int mask = writer.new_number();
        writer.write_stream(mask, masks[i]);
        object += fmt::format("{}{}", mask, text[i + 1]);
    }
    writer.write_stream(number, object);
}

PdfForm pdf_form(const Drawing& drawing, Colour current) {
    const FormContent content(drawing, current);
    const std::string stream = deflated(content.content());
    PdfForm form{content.resources(), content.masks()};
    const double scale = 1 / std::max(drawing.width, drawing.height);
    form.text.front().insert(
        0, fmt::format("<< /Type /XObject /Subtype /Form /BBox {} /Matrix {} /Resources << ",
                       box_of(drawing), array_of({scale, 0, 0, scale, 0, 0}, 12)));
    fmt::format_to(std::back_inserter(form.text.back()),
                   ">> /Filter /FlateDecode /Length {} >>\nstream\n{}\nendstream\n", stream.size(),
                   stream);
    return form;
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

const PdfForm& PdfForms::form(const DrawingRef& drawing, Colour current) {
    // Each page may have a QR code of its own, which no page after it shows.
    if (forms_.size() >= most_forms_) {
        std::erase_if(forms_, [](const auto& kept) { return kept.first.first.use_count() == 1; });
        most_forms_ = std::max(most_forms_, 2 * forms_.size());
    }
    PdfForm& form = forms_[{drawing, to_string(current)}];
    if (form.text.empty()) form = pdf_form(*drawing, current);
    return form;
}

}  // namespace broadside::emit
