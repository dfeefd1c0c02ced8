#include "broadside/conformance/xml_tree.hpp"

#include "broadside/base/limits.hpp"
#include "broadside/base/xml_events.hpp"

namespace broadside::conformance {

namespace {

class TreeReader : public XmlEvents {
public:
    bool is_too_deep() const { return open_.size() > limits::kMaxPdfDepth + 1; }

    XmlElement root() && { return std::move(open_.front().children.front()); }

    void start(std::string_view name, const char** attributes, std::size_t) override {
        XmlElement element{std::string(name)};
        for (; *attributes; attributes += 2)
            element.attributes.emplace_back(attributes[0], attributes[1]);
        open_.push_back(std::move(element));
    }
    void end(std::string_view) override {
        XmlElement done = std::move(open_.back());
        open_.pop_back();
        open_.back().children.push_back(std::move(done));
    }
    void text(std::string_view characters) override { open_.back().text += characters; }
    bool is_done() const override { return is_too_deep(); }

private:
    std::vector<XmlElement> open_{XmlElement{}};  // the last is innermost; the first has the root
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [known, value] : attributes) {
        if (known == wanted) return value;
    }
    return {};
}

std::optional<XmlElement> read_xml(std::string_view bytes, std::string& mistake) {
    TreeReader reader;
    const auto found = parse_xml(bytes, reader, {});
    if (!found && !reader.is_too_deep()) return std::move(reader).root();
    mistake = found ? found->message : "nested too deep";
    return std::nullopt;
}

}  // namespace broadside::conformance
