#include "broadside/job/link_codes.hpp"

#include <algorithm>
#include <variant>

#include "broadside/base/url.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/resolve/qr.hpp"

namespace broadside {

bool prints_codes(const std::vector<model::Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const model::Block& block) {
        if (const auto* links = std::get_if<model::LinksBlock>(&block.kind)) return links->qr;
        const auto* row = std::get_if<model::RowBlock>(&block.kind);
        return row != nullptr && prints_codes(row->blocks);
    });
}

std::map<std::string, DrawingRef> link_codes(const model::Dataset& dataset,
                                             const Languages& languages) {
    std::map<std::string, DrawingRef> codes;
    const auto add = [&](const std::string& target) {
        const auto url = parse_url(target);
        if (!url) return;
        if (const auto [code, is_new] = codes.try_emplace(url->address()); is_new)
            code->second = resolve::qr_drawing(*url);
    };
    model::Dataset copy = dataset;
    for (const model::TextSlot& slot : model::text_slots(copy)) {
        if (slot.form != model::TextForm::Url) continue;
        add(slot.text->text);
        for (const LocaleInput& locale : languages.files) {
            const auto& texts = locale.locale.texts;
            for (const std::string& key : {slot.key, slot.short_key}) {
                if (const auto text = texts.find(key); text != texts.end()) add(text->second.text);
            }
        }
    }
    return codes;
}

}  // namespace broadside
