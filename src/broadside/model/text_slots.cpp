#include "broadside/model/text_slots.hpp"

#include <utility>

namespace broadside::model {

namespace {

constexpr std::string_view kLinks = "links/";
constexpr std::string_view kUrl = "/url";

class Slots {
public:
    explicit Slots(const std::function<void(const TextSlot&)>& visit) : visit_(visit) {}

    void add(const std::string& key, const Text& text, TextForm form, bool translate = true) {
        add_short({key, key, &text, form, translate});
    }

    void add_short(const TextSlot& slot) {
        if (!slot.text->empty()) visit_(slot);
    }

private:
    const std::function<void(const TextSlot&)>& visit_;
};

std::string under(const std::string& parent, const std::string& key) { return parent + "/" + key; }

void add_vocabularies(Slots& slots, const std::vector<Vocabulary>& vocabularies) {
    for (const Vocabulary& vocabulary : vocabularies) {
        const std::string key = under("values", vocabulary.id);
        slots.add(under(key, "label"), vocabulary.label, TextForm::Literal);
        for (const Value& value : vocabulary.values) {
            const std::string value_key = under(under(key, "values"), value.id);
            slots.add(under(value_key, "label"), value.label, TextForm::Literal);
            slots.add(under(value_key, "alt"), value.alt, TextForm::Literal);
            slots.add(under(value_key, "text"), value.text, TextForm::Literal);
        }
    }
}

void add_cell(Slots& slots, const std::string& key, const Cell& cell, TextForm form,
              bool by_default) {
    const TranslatedParts parts =
        cell.translate.value_or(by_default ? TranslatedParts::All : TranslatedParts::None);
    const bool all = parts == TranslatedParts::All;
    const std::vector<Text>& names = *cell.names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string position = std::to_string(i);
        const std::string short_key = names.size() == 1 ? key : under(key, position);
        slots.add_short({under(under(key, "names"), position), short_key, &names[i],
                         TextForm::Literal, all || parts == TranslatedParts::Names});
    }
    slots.add(under(key, "detail"), *cell.detail, TextForm::Literal,
              all || parts == TranslatedParts::Detail);
    slots.add_short({under(key, "text"), key, &*cell.text, form, all});
}

void add_columns(Slots& slots, const Dataset& dataset) {
    for (const Column& column : dataset.columns) {
        const std::string key = under("columns", column.id);
        slots.add(under(key, "title"), column.title, TextForm::Literal);
        if (column.sample)
            add_cell(slots, under(key, "sample"), *column.sample, TextForm::Rich, true);
    }
    for (const Spanner& spanner : dataset.spanners) {
        if (spanner.columns.empty()) continue;
        slots.add(under(under("spanners", spanner.columns.front().id), "title"), spanner.title,
                  TextForm::Literal);
    }
}

void add_sections(Slots& slots, const std::vector<Section>& sections) {
    for (const Section& section : sections) {
        slots.add(under(under("sections", section.id), "title"), section.title, TextForm::Rich);
    }
}

void add_rows(Slots& slots, const Dataset& dataset) {
    for (const Section& section : dataset.sections) {
        for (const Row& row : section.rows) {
            for (const Cell& cell : row.cells) {
                const Column& column = dataset.columns[cell.column];
                const bool is_rich = column.kind == ColumnKind::Text;
                add_cell(slots, under(under("rows", row.id), column.id), cell,
                         is_rich ? TextForm::Rich : TextForm::Literal, column.translate);
            }
        }
    }
}

void add_links(Slots& slots, const std::vector<Link>& links) {
    for (const Link& link : links) {
        const std::string key = std::string(kLinks).append(link.id);
        slots.add(under(key, "label"), link.label, TextForm::Literal);
        slots.add(under(key, "text"), link.text, TextForm::Literal, false);
        slots.add(key + std::string(kUrl), link.url, TextForm::Url, false);
    }
}

void add_imprint(Slots& slots, const Imprint& imprint) {
    slots.add("imprint/publisher", imprint.publisher, TextForm::Literal, false);
    slots.add("imprint/source", imprint.source, TextForm::Literal);
    slots.add("imprint/licence", imprint.licence, TextForm::Literal, false);
    slots.add("imprint/date", imprint.date, TextForm::Literal);
    slots.add("imprint/remark", imprint.remark, TextForm::Literal);
}

}  // namespace

bool is_link_target(std::string_view key) {
    return key.starts_with(kLinks) && key.ends_with(kUrl) &&
           key.find('/', kLinks.size()) + kUrl.size() == key.size();
}

void visit_texts(const Dataset& dataset, const std::function<void(const TextSlot&)>& visit) {
    Slots slots(visit);
    slots.add("title", dataset.title, TextForm::Literal);
    slots.add("subtitle", dataset.subtitle, TextForm::Literal);
    slots.add("author", dataset.author, TextForm::Metadata, false);
    slots.add("description", dataset.description, TextForm::Metadata);
    add_vocabularies(slots, dataset.vocabularies);
    add_columns(slots, dataset);
    for (auto& [id, cell] : dataset.cells) {
        add_cell(slots, under("cells", id), cell, TextForm::Rich, true);
    }
    for (const Note& note : dataset.notes) {
        slots.add(under(under("notes", note.id), "text"), note.text, TextForm::Rich);
    }
    for (const Band& band : dataset.bands) {
        slots.add(under(under("bands", band.id), "label"), band.label, TextForm::Literal);
    }
    add_sections(slots, dataset.sections);
    add_rows(slots, dataset);
    for (auto& [id, text] : dataset.texts) slots.add(under("texts", id), text, TextForm::Rich);
    add_links(slots, dataset.links);
    add_imprint(slots, dataset.imprint);
}

Text& text_in(Dataset&, const TextSlot& slot) {
    // The caller may change the dataset, and so what is in it.
    return const_cast<Text&>(*slot.text);
}

}  // namespace broadside::model
