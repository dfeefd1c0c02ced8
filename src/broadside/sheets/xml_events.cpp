#include "broadside/sheets/xml_events.hpp"

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/xml_events.hpp"

namespace broadside::sheets {

namespace {

/// "office:value" of "urn:oasis:names:tc:opendocument:xmlns:office:1.0 value".
std::string prefixed(std::string_view qualified) {
    constexpr std::string_view kOpenDocument = "urn:oasis:names:tc:opendocument:xmlns:";
    auto [space, local] = split_xml_name(qualified);
    if (space.empty()) return std::string(local);
    if (space.starts_with(kOpenDocument)) {
        space.remove_prefix(kOpenDocument.size());
        return fmt::format("{}:{}", space.substr(0, space.find(':')), local);
    }
    if (space.ends_with("xlink")) return fmt::format("xlink:{}", local);
    if (space.find("spreadsheetml") != space.npos || space.ends_with("package/2006/relationships"))
        return std::string(local);
    if (space.ends_with("/relationships")) return fmt::format("r:{}", local);
    return fmt::format("?:{}", local);
}

class Reading : public XmlEvents {
public:
    explicit Reading(XmlHandler& handler) : handler_(handler) {}

    bool is_too_deep() const { return depth_ > limits::kMaxSheetDepth; }

    void start(std::string_view name, const char** attributes, std::size_t) override {
        ++depth_;
        if (!is_too_deep()) handler_.start(prefixed(name), XmlAttributes(attributes));
    }
    void end(std::string_view name) override {
        --depth_;
        handler_.end(prefixed(name));
    }
    void text(std::string_view characters) override { handler_.text(characters); }
    bool is_done() const override { return is_too_deep() || handler_.is_done(); }

private:
    XmlHandler& handler_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        const std::string_view qualified = pair[0];
        if (qualified.find(name.substr(name.find(':') + 1)) != qualified.npos &&
            prefixed(qualified) == name)
            return pair[1];
    }
    return {};
}

bool read_part(std::string_view part, std::string_view xml, XmlHandler& handler,
               Diagnostics& diagnostics) {
    Reading reading(handler);
    const auto mistake = parse_xml(xml, reading, {.is_utf8 = false});
    if (!mistake && !reading.is_too_deep()) return true;
    const std::string problem = reading.is_too_deep()
                                    ? "elements are too deep in each other"
                                    : fmt::format("line {}: {}", mistake->line, mistake->message);
    diagnostics.push_back(
        error("damaged-workbook", fmt::format("{} cannot be read: {}", part, problem)));
    return false;
}

}  // namespace broadside::sheets
