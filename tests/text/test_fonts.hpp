#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <sys/resource.h>

#include "broadside/base/font_manifest.hpp"
#include "broadside/text/font_files.hpp"
#include "broadside/text/font_set.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::test {

/// The first face of a family.
inline text::FontOpening opened(const FontFamily& family) {
    const text::NamedFile read = text::read_named_file(family.files[0].file, std::size_t{64} << 20);
    return text::open_font(family, family.files[0], read.bytes);
}

enum class Italics { None, Drawn };

inline FontFamily noto_family(std::string family, std::vector<std::string> scripts,
                              const std::string& stem, Italics italics) {
    const std::string path = "/usr/share/fonts/truetype/noto/" + stem;
    FontFamily made{.family = std::move(family),
                    .scripts = std::move(scripts),
                    .licence = "OFL-1.1",
                    .package = "fonts-noto-core",
                    .files = {{.file = path + "-Regular.ttf"},
                              {.weight = kBoldWeight, .file = path + "-Bold.ttf"}}};
    if (italics == Italics::Drawn) {
        made.files.push_back({.slant = FontSlant::Italic, .file = path + "-Italic.ttf"});
    }
    return made;
}

/// Noto Sans, its maths, and Hebrew; no Arabic.
inline std::shared_ptr<FontManifest> noto_manifest() {
    auto manifest = std::make_shared<FontManifest>();
    FontFamily maths = noto_family("Noto Sans Math", {"Zmth"}, "NotoSansMath", Italics::None);
    maths.files[1].file = maths.files[0].file;
    manifest->families = {
        noto_family("Noto Sans", {"Latn", "Cyrl", "Grek"}, "NotoSans", Italics::Drawn), maths,
        noto_family("Noto Sans Hebrew", {"Hebr"}, "NotoSansHebrew", Italics::None)};
    manifest->hyphenation = {{"fr", {"/usr/share/hyphen/hyph_fr.dic", "hyphen-fr"}},
                             {"de", {"/usr/share/hyphen/hyph_de_DE.dic", "hyphen-de"}},
                             {"en", {"/usr/share/hyphen/hyph_en_US.dic", "hyphen-en-us"}}};
    return manifest;
}

inline std::shared_ptr<FontManifest> noto_manifest_with_arabic() {
    auto manifest = noto_manifest();
    manifest->families.push_back(
        noto_family("Noto Sans Arabic", {"Arab"}, "NotoSansArabic", Italics::None));
    return manifest;
}

/// With the four styles of Han.
inline std::shared_ptr<FontManifest> noto_manifest_with_han() {
    auto manifest = noto_manifest();
    const char* const scripts[] = {"Jpan", "Kore", "Hans", "Hant"};
    for (int index = 0; index < 4; ++index) {
        FontFamily family{.family = scripts[index],
                          .scripts = {scripts[index]},
                          .licence = "OFL-1.1",
                          .package = "fonts-noto-cjk",
                          .files = {}};
        family.files = {
            {.file = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", .index = index}};
        manifest->families.push_back(std::move(family));
    }
    return manifest;
}

/// One span of Noto Sans.
inline text::Request request_for(std::string_view utf8, std::string_view language = "fr") {
    return {.spans = {{utf8, {"Noto Sans"}}}, .language = language};
}

/// As long as it lives, the process has as many files open as it may have.
class NoMoreFiles {
public:
    NoMoreFiles() {
        ::getrlimit(RLIMIT_NOFILE, &usual_);
        rlimit none = usual_;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    NoMoreFiles(const NoMoreFiles&) = delete;
    NoMoreFiles& operator=(const NoMoreFiles&) = delete;
    ~NoMoreFiles() { ::setrlimit(RLIMIT_NOFILE, &usual_); }

private:
    rlimit usual_ = {};
};

}  // namespace broadside::test
