#pragma once

#include <map>
#include <string>
#include <vector>

#include "broadside/base/font_face.hpp"
#include "broadside/base/source_place.hpp"

namespace broadside {

/// One font file that the product may use; nothing outside the manifest is ever opened.
struct FontFile {
    int weight = kRegularWeight;
    FontSlant slant = FontSlant::Upright;
    std::string file;  // absolute, or relative to the manifest's folder before loading resolves it
    int index = 0;     // face inside a collection
    SourcePlace origin = {};  // of the name
};

struct FontFamily {
    std::string family;
    std::vector<std::string> scripts;  // ISO 15924 codes: "Latn", "Arab"
    std::string licence;               // SPDX identifier
    std::string package;               // the Debian package that brings the files
    double scale = 1;  // size of its faces in a style's em, so that scripts look equally large
    double line_height = 1;  // what its scripts need, times the style's line height
    std::vector<FontFile> files;
};

struct HyphenationFile {
    std::string file;         // libhyphen dictionary
    std::string package;      // the Debian package that brings it
    SourcePlace origin = {};  // of the name
};

/// The fonts and the hyphenation patterns, by BCP 47 language (`fr`, `de-AT`).
struct FontManifest {
    std::vector<FontFamily> families;
    std::map<std::string, HyphenationFile> hyphenation;
};

}  // namespace broadside
