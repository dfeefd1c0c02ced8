#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/font_face.hpp"
#include "broadside/base/result.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

/// Which fonts and hyphenation patterns a dataset's languages need, and what is missing.
namespace broadside {

/// A face as one language uses it.
struct FaceUse {
    std::string family;
    int weight = kRegularWeight;
    FontSlant slant = FontSlant::Upright;
    std::size_t characters = 0;     // different ones that are set in it, without spaces
    std::vector<char32_t> missing;  // asked of it, and in no font of the manifest; sorted
};

struct LanguageFonts {
    std::string language;        // BCP 47
    std::vector<FaceUse> faces;  // by family in the order of the manifest
    std::string patterns;        // file of the hyphenation patterns; empty: not hyphenated
    std::string patterns_package;
};

struct FontReport {
    std::vector<LanguageFonts> languages;  // in the order of the job
    Diagnostics problems;                  // missing characters and files, each with its place
};

/// Sets every language of the job in its layouts, without one in the looks of the defaults, and
/// notes what that asks of the fonts. Whether the pages hold the texts does not matter here. Fails
/// when the dataset, a layout or the font manifest cannot be read.
Result<FontReport> report_fonts(const Job& job, FileStore& files);

}  // namespace broadside
