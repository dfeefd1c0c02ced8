#include "broadside/emit/pdf/forms.hpp"

#include <string_view>

#include <fmt/format.h>

#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

constexpr int kDecimals = 6;

/// `text_of` is what a stop has of the colour, as an array.
template <typename TextOf>
std::string function_of(const Gradient& gradient, TextOf text_of) {
    // PDF 1.7, 7.10.4: pieces have a length.
    std::string pieces, bounds, encodings;
    std::size_t count = 0;
    double end = 0;
    std::string last = text_of(gradient.stops.front());
    const auto add = [&](double to, const std::string& text) {
        if (to > end) {
            if (count++ > 0) {
                append_number(bounds, end, kDecimals);
                bounds += ' ';
            }
            pieces +=
                fmt::format("<< /FunctionType 2 /Domain [0 1] /C0 {} /C1 {} /N 1 >> ", last, text);
            encodings += "0 1 ";
            end = to;
        }
        last = text;
    };
    for (const Gradient::Stop& stop : gradient.stops) add(stop.offset, text_of(stop));
    add(1, last);
    return fmt::format(
        "<< /FunctionType 3 /Domain [0 1] /Functions [{}] /Bounds [{}] /Encode [{}] >>", pieces,
        bounds, encodings);
}

std::string shading_of(const Gradient& gradient, std::string_view space,
                       const std::string& function) {
    const auto& start = gradient.start;
    return fmt::format(
        "<< /ShadingType {} /ColorSpace /{} /Coords {} /Extend [true true] /Function {} >>",
        start ? 3 : 2, space,
        start ? array_of({start->x, start->y, start->radius, 0, 0, 1}, kDecimals)
              : array_of({0, 0, 1, 0}, kDecimals),
        function);
}

}  // namespace

std::string pdf_matrix(const Transform& transform, int decimals) {
    const auto& [a, b, c, d, e, f] = transform;
    return array_of({a, b, c, d, e, f}, decimals);
}

std::string pdf_shading(const Gradient& gradient) {
    return shading_of(
        gradient, "DeviceRGB", function_of(gradient, [](const Gradient::Stop& stop) {
            const Colour& colour = stop.colour;
            return array_of({colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0}, 5);
        }));
}

std::string pdf_opacity_shading(const Gradient& gradient) {
    return shading_of(gradient, "DeviceGray", function_of(gradient, [](const Gradient::Stop& stop) {
                          return array_of({stop.opacity}, 5);
                      }));
}

}  // namespace broadside::emit
