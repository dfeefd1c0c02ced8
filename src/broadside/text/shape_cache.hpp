#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "broadside/text/shaper.hpp"

namespace broadside::text {

/// Writes everything that a request's answer depends on; equal keys mean equal answers.
std::string cache_key(const Request& request);

/// The answers used last, at most `capacity` of them.
class ShapeCache {
public:
    explicit ShapeCache(std::size_t capacity);

    /// Null when the answer is not kept.
    std::shared_ptr<const Shaped> find(std::string_view key);

    void insert(std::string key, std::shared_ptr<const Shaped> shaped);

    std::size_t size() const { return index_.size(); }

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const Shaped> shaped;
    };

    std::size_t capacity_;
    std::list<Entry> entries_;  // the one used last is in front
    std::unordered_map<std::string_view, std::list<Entry>::iterator>
        index_;  // keys live in `entries_`
};

}  // namespace broadside::text
