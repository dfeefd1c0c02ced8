#include "broadside/text/pango_shaper.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "broadside/text/breaks.hpp"
#include "broadside/text/clusters.hpp"
#include "broadside/text/font_set.hpp"
#include "broadside/text/hyphenate.hpp"
#include "broadside/text/itemize.hpp"
#include "broadside/text/shape_cache.hpp"

namespace broadside::text {

namespace {

/// A flyer has some 300 different texts, hyphenated and not; the bound is for tables of thousands
/// of rows, whose texts are shaped again in every attempt to fit them.
constexpr std::size_t kMaxKept = 8192;

class PangoShaper : public Shaper {
public:
    PangoShaper(std::shared_ptr<const FontManifest> manifest, std::shared_ptr<FontFiles> files)
        : fonts_(manifest, std::move(files)),
          hyphenator_(std::move(manifest)),
          buffer_(hb_buffer_create()),
          cache_(kMaxKept) {}

    std::shared_ptr<const Shaped> shape(const Request& request) override {
        std::string key = cache_key(request);
        if (std::shared_ptr<const Shaped> known = cache_.find(key)) return known;
        auto shaped = std::make_shared<const Shaped>(shape_afresh(request));
        cache_.insert(std::move(key), shaped);
        return shaped;
    }

    FontFaceRef face(const FontRequest& request) override {
        const OpenFont* font = fonts_.find(request);
        return font ? font->face : nullptr;
    }

private:
    Shaped shape_afresh(const Request& request) {
        const Paragraph paragraph = join_spans(request.spans);
        std::vector<Break> breaks = find_breaks(paragraph, request.language);
        if (request.hyphenation == Hyphenation::On) {
            add_hyphens(breaks, paragraph, request.language, hyphenator_);
        }
        Shaped shaped;
        shaped.utf8 = paragraph.utf8;
        shaped.clusters.reserve(paragraph.characters.size());
        shaped.glyphs.reserve(paragraph.characters.size());
        for (const Stretch& stretch : itemize(paragraph, request, fonts_)) {
            append_stretch(shaped, {paragraph, request, breaks}, stretch, buffer_.get());
        }
        for (UnreadableFile& file : fonts_.take_unreadable())
            shaped.unreadable.push_back(std::move(file));
        shaped.unasked = fonts_.take_unasked();
        if (auto patterns = hyphenator_.take_unreadable()) {
            shaped.unreadable.push_back(*std::move(patterns));
        }
        return shaped;
    }

    FontSet fonts_;
    Hyphenator hyphenator_;
    BufferHandle buffer_;
    ShapeCache cache_;
};

}  // namespace

Result<std::unique_ptr<Shaper>> make_pango_shaper(std::shared_ptr<const FontManifest> manifest,
                                                  std::shared_ptr<FontFiles> files) {
    if (manifest->families.empty()) return error("no-fonts", "the font manifest names no font");
    return std::unique_ptr<Shaper>(
        std::make_unique<PangoShaper>(std::move(manifest), std::move(files)));
}

}  // namespace broadside::text
