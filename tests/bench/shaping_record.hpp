#pragma once

#include <string>
#include <vector>

#include "broadside/text/shaper.hpp"

namespace broadside::bench {

/// A request that owns its strings.
class RecordedRequest {
public:
    explicit RecordedRequest(const text::Request& request)
        : language_(request.language),
          direction_(request.direction),
          hyphenation_(request.hyphenation) {
        for (const text::Span& span : request.spans) spans_.push_back(own(span));
    }

    text::Request request() const {
        text::Request request{{}, language_, direction_, hyphenation_};
        for (const OwnedSpan& span : spans_) {
            request.spans.push_back({span.text, {span.family, span.weight, span.slant}});
        }
        return request;
    }

private:
    struct OwnedSpan {
        std::string text, family;
        int weight;
        FontSlant slant;
    };

    static OwnedSpan own(const text::Span& span) {
        return {std::string(span.text), std::string(span.font.family), span.font.weight,
                span.font.slant};
    }

    std::vector<OwnedSpan> spans_;
    std::string language_;
    Direction direction_;
    text::Hyphenation hyphenation_;
};

/// Writes down what layout asks of the shaper, so that shaping can be timed alone.
class RecordingShaper final : public text::Shaper {
public:
    explicit RecordingShaper(text::Shaper& shaper) : shaper_(shaper) {}

    std::shared_ptr<const text::Shaped> shape(const text::Request& request) override {
        requests_.emplace_back(request);
        return shaper_.shape(request);
    }

    FontFaceRef face(const text::FontRequest& request) override { return shaper_.face(request); }

    const std::vector<RecordedRequest>& requests() const { return requests_; }

private:
    text::Shaper& shaper_;
    std::vector<RecordedRequest> requests_;
};

}  // namespace broadside::bench
