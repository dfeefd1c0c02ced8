#include "broadside/text/pango_shaper.hpp"

#include <cstddef>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/text/breaks.hpp"
#include "broadside/text/clusters.hpp"
#include "broadside/text/font_set.hpp"
#include "broadside/text/hyphenate.hpp"
#include "broadside/text/itemize.hpp"

namespace broadside::text {

namespace {

/// A flyer has some 300 different texts, hyphenated and not; the bound is for tables of thousands
/// of rows, whose texts are shaped again in every attempt to fit them.
constexpr std::size_t kMaxKept = 8192;

/// Bytes of texts, each of which takes some 80 when it is shaped: pages of a thousand records have
/// a line each that no other has.
constexpr std::size_t kManyBytes = std::size_t{64} << 10;

/// Everything that a request's answer depends on; equal keys mean equal answers.
std::string key_of(const Request& request) {
    std::string key;
    const auto out = std::back_inserter(key);
    fmt::format_to(out, "{} {} {} {}", request.language, static_cast<int>(request.direction),
                   static_cast<int>(request.hyphenation), request.is_stacked);
    for (const Span& span : request.spans) {
        // Lengths come before texts, so that no text can be taken for the next span.
        fmt::format_to(out, "\n{} {} {} {} {}:{}{}", span.font.weight,
                       static_cast<int>(span.font.slant), span.object_width,
                       span.font.family.size(), span.text.size(), span.font.family, span.text);
    }
    return key;
}

class PangoShaper : public Shaper {
public:
    PangoShaper(std::shared_ptr<const FontManifest> manifest, std::shared_ptr<FontFiles> files)
        : fonts_(manifest, std::move(files)),
          hyphenator_(std::move(manifest)),
          buffer_(hb_buffer_create()) {}

    std::shared_ptr<const Shaped> shape(const Request& request) override {
        std::string key = key_of(request);
        if (const auto known = kept_.find(key); known != kept_.end()) {
            known->second.pages = pages_;
            return known->second.shaped;
        }
        auto shaped = std::make_shared<const Shaped>(shape_afresh(request));
        if (kept_.size() >= kMaxKept) let_go([](const Kept&) { return true; });
        kept_bytes_ += shaped->utf8.size();
        kept_.emplace(std::move(key), Kept{shaped, pages_});
        return shaped;
    }

    void begin_pages() override {
        if (kept_bytes_ > kManyBytes)
            let_go([this](const Kept& kept) { return kept.pages != pages_; });
        ++pages_;
    }

    FontFaceRef face(const FontRequest& request) override {
        const OpenFont* font = fonts_.find(request);
        return font ? font->face : nullptr;
    }

private:
    struct Kept {
        std::shared_ptr<const Shaped> shaped;
        std::size_t pages = 0;  // the last that asked for it
    };

    template <typename Test>
    void let_go(Test test) {
        std::erase_if(kept_, [&](const auto& kept) {
            const bool goes = test(kept.second);
            if (goes) kept_bytes_ -= kept.second.shaped->utf8.size();
            return goes;
        });
    }

    Shaped shape_afresh(const Request& request) {
        const Paragraph paragraph = join_spans(request.spans);
        std::vector<Break> breaks = find_breaks(paragraph, request.language);
        if (request.is_stacked)
            part_squares(breaks, paragraph.characters);
        else if (request.hyphenation == Hyphenation::On)
            add_hyphens(breaks, paragraph, request.language, hyphenator_);
        Shaped shaped;
        shaped.utf8 = paragraph.utf8;
        shaped.is_stacked = request.is_stacked;
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
    HarfBuzzBuffer buffer_;
    std::unordered_map<std::string, Kept> kept_;
    std::size_t kept_bytes_ = 0;
    std::size_t pages_ = 0;  // how often they began
};

}  // namespace

Result<std::unique_ptr<Shaper>> make_pango_shaper(std::shared_ptr<const FontManifest> manifest,
                                                  std::shared_ptr<FontFiles> files) {
    if (manifest->families.empty()) return error("no-fonts", "the font manifest names no font");
    return std::unique_ptr<Shaper>(
        std::make_unique<PangoShaper>(std::move(manifest), std::move(files)));
}

}  // namespace broadside::text
