#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "emit/picture.hpp"
#include "support/golden.hpp"

/// Pictures as references.
namespace broadside::testing {

// Rasterizers of two machines differ in the last bits of what they blend, so pixels are compared
// with a tolerance: small over the whole picture, and for every block of 8 × 8 pixels, in which a
// single character that is gone or has moved still shows.
inline constexpr double kMeanTolerance = 0.5;
inline constexpr double kBlockTolerance = 8;
inline constexpr std::size_t kBlock = 8;

inline test::Picture cropped(const test::Picture& picture, std::size_t left, std::size_t top,
                             std::size_t width, std::size_t height) {
    test::Picture part;
    part.width = std::min(width, picture.width - left);
    part.height = std::min(height, picture.height - top);
    for (std::size_t y = top; y < top + part.height; ++y) {
        const auto row =
            picture.rgb.begin() + static_cast<std::ptrdiff_t>(3 * (y * picture.width + left));
        part.rgb.insert(part.rgb.end(), row, row + static_cast<std::ptrdiff_t>(3 * part.width));
    }
    return part;
}

/// Empty when the pictures look the same.
inline std::string picture_difference(const test::Picture& expected, const test::Picture& actual) {
    std::ostringstream out;
    if (expected.width != actual.width || expected.height != actual.height) {
        out << "expected " << expected.width << " × " << expected.height << " pixels, got "
            << actual.width << " × " << actual.height;
        return out.str();
    }
    for (std::size_t y = 0; y < expected.height; y += kBlock) {
        for (std::size_t x = 0; x < expected.width; x += kBlock) {
            const double off = test::mean_difference(cropped(expected, x, y, kBlock, kBlock),
                                                     cropped(actual, x, y, kBlock, kBlock));
            if (off < kBlockTolerance) continue;
            out << "the pixels around " << x << "," << y << " are off by " << off << " of 255";
            return out.str();
        }
    }
    const double mean = test::mean_difference(expected, actual);
    if (mean >= kMeanTolerance) out << "all pixels together are off by " << mean << " of 255";
    return out.str();
}

/// Compares a PNG with the reference tests/golden/`name`, pixel by pixel; what differs is left in
/// the build folder to look at.
inline ::testing::AssertionResult matches_picture(const std::string& png, const std::string& name) {
    if (updates_goldens()) return rewrite_golden(name, png);
    const std::string reference = read_golden(name);
    if (reference.empty()) {
        return ::testing::AssertionFailure() << "there is no reference tests/golden/" << name;
    }
    const std::string difference =
        picture_difference(test::decode_png(reference), test::decode_png(png));
    if (difference.empty()) return ::testing::AssertionSuccess();
    const auto actual = std::filesystem::path(BROADSIDE_BINARY_DIR) / "golden" / name;
    std::filesystem::create_directories(actual.parent_path());
    std::ofstream(actual, std::ios::binary) << png;
    return ::testing::AssertionFailure() << "differs from tests/golden/" << name << ": "
                                         << difference << "\nthe new picture: " << actual.string();
}

}  // namespace broadside::testing
