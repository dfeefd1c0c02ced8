#include "broadside/text/shape_cache.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace broadside::text {

std::string cache_key(const Request& request) {
    std::string key;
    const auto out = std::back_inserter(key);
    fmt::format_to(out, "{} {} {}", request.language, static_cast<int>(request.direction),
                   static_cast<int>(request.hyphenation));
    for (const Span& span : request.spans) {
        // Lengths come before texts, so that no text can be taken for the next span.
        fmt::format_to(out, "\n{} {} {} {} {}:{}{}", span.font.weight,
                       static_cast<int>(span.font.slant), span.object_width,
                       span.font.family.size(), span.text.size(), span.font.family, span.text);
    }
    return key;
}

ShapeCache::ShapeCache(std::size_t capacity) : capacity_(capacity) {}

std::shared_ptr<const Shaped> ShapeCache::find(std::string_view key) {
    const auto known = index_.find(key);
    if (known == index_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, known->second);
    return known->second->shaped;
}

void ShapeCache::insert(std::string key, std::shared_ptr<const Shaped> shaped) {
    if (index_.find(key) != index_.end()) return;
    if (index_.size() >= capacity_) {
        index_.erase(entries_.back().key);
        entries_.pop_back();
    }
    entries_.push_front({std::move(key), std::move(shaped)});
    index_.emplace(entries_.front().key, entries_.begin());
}

}  // namespace broadside::text
