#pragma once

#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "broadside/base/font_manifest.hpp"
#include "broadside/text/font_files.hpp"
#include "broadside/text/open_font.hpp"
#include "broadside/text/shaper.hpp"
#include "broadside/text/utf8.hpp"

namespace broadside::text {

/// The manifest's faces, opened when a text first asks for them. Belongs to one thread; the files
/// may be shared.
///
/// No other font is ever looked at, and no weight or slant is replaced by another: the manifest
/// names the file for each, and may name one file twice.
class FontSet {
public:
    FontSet(std::shared_ptr<const FontManifest> manifest, std::shared_ptr<FontFiles> files);

    /// The face of exactly this family, weight and slant; null when there is none.
    const OpenFont* find(const FontRequest& request);

    /// The face for characters that must be shown together, of `script` (ISO 15924) in `language`:
    /// the requested family's, else that of the first family of the manifest for the script, else
    /// of the first symbol family. Null when none has them all, and when the requested family
    /// itself has no such face, for another one would hide that.
    const OpenFont* choose(const FontRequest& request, std::string_view script,
                           std::string_view language, std::span<const Character> characters);

    /// The same, but families of the script come before the requested one.
    const OpenFont* choose_by_script(const FontRequest& request, std::string_view script,
                                     std::string_view language,
                                     std::span<const Character> characters);

    /// The files that were asked for since the last call and that cannot be used, each once. A
    /// later family may have stood in for one: that is an error all the same, or pages would differ
    /// from machine to machine.
    std::vector<UnreadableFile> take_unreadable();

private:
    const OpenFont* open(const FontFamily& family, int weight, FontSlant slant);
    const OpenFont* find_listed(const FontRequest& request, const std::vector<std::string>& scripts,
                                std::span<const Character> characters);
    void note_unreadable(UnreadableFile file);

    struct Opened {
        std::unique_ptr<const OpenFont> font;
        UnreadableFile problem;  // of a file that cannot be used
    };

    std::shared_ptr<const FontManifest> manifest_;
    std::shared_ptr<FontFiles> files_;
    std::map<const FontFile*, Opened> open_;
    std::vector<UnreadableFile> unreadable_;
};

}  // namespace broadside::text
