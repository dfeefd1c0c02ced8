#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "broadside/base/image.hpp"
#include "broadside/load/syntax/report.hpp"

/// Files of pixels, read to their end, so that a picture that is damaged is told before any page is
/// made. `file` names one in messages. What is too large is told before memory is taken for it.
namespace broadside::load {

/// All but `bytes` and `content`.
using DecodedImage = std::variant<Image, Problem>;

DecodedImage decode_png(std::string_view bytes, const std::string& file);
DecodedImage decode_jpeg(std::string_view bytes, const std::string& file);

/// `reason` is the decoder's own.
Problem damaged_picture(const std::string& file, std::string_view reason);

struct PixelSize {
    std::size_t width = 0, height = 0;
};

/// Nothing where a picture may be that large.
std::optional<Problem> check_size(const PixelSize& size, const std::string& file);

}  // namespace broadside::load
