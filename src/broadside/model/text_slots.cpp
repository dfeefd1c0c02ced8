#include "broadside/model/text_slots.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/unicode/ascii.hpp"

namespace broadside::model {

namespace {

/// Calls `visit(slot, edit)` with every text that is set; true: it says nothing any more. `edit()`
/// is the same text where it may be changed: in no other dataset that shares it until then.
template <typename Visit>
class TextWalk {
public:
    TextWalk(Texts texts, Visit visit) : texts_(texts), visit_(std::move(visit)) {}

    void walk(Dataset& dataset) {
        add("title", dataset.title, TextForm::Literal, kRequired);
        add("subtitle", dataset.subtitle, TextForm::Literal);
        add("continued", dataset.continued, TextForm::Literal);
        add("author", dataset.author, TextForm::Metadata, kStays);
        add("description", dataset.description, TextForm::Metadata);
        if (texts_ == Texts::OfLocales) add_records(dataset);
        for (Picture& picture : dataset.pictures) {
            add(key("pictures", picture.id, "alt"), picture.alt, TextForm::Literal);
            add_url(picture.url);
        }
        add_vocabularies(dataset.vocabularies);
        add_columns(dataset);
        for (auto& [id, cell] : dataset.cells) {
            add_cell(key("cells", id), cell, TextForm::Rich, TranslatedParts::All,
                     [&cell = cell]() -> Cell& { return cell; });
        }
        for (Note& note : dataset.notes)
            add(key("notes", note.id, "text"), note.text, TextForm::Rich, kRequired);
        for (Band& band : dataset.bands)
            add(key("bands", band.id, "label"), band.label, TextForm::Literal, kRequired);
        for (Section& section : dataset.sections)
            add(key("sections", section.id, "title"), section.title);
        add_rows(dataset);
        for (auto& [id, text] : dataset.texts) add(key("texts", id), text);
        add_links(dataset.links);
        add_imprint(dataset.imprint);
    }

private:
    struct Traits {
        bool translate = true;
        bool is_required = false;
    };
    static constexpr Traits kRequired{true, true}, kStays{false, false};

    /// Locales alone ask for keys, and every record for a page.
    template <typename... Part>
    std::string key(const Part&... parts) const {
        std::string joined;
        const auto append = [&joined](std::string_view part) {
            if (!joined.empty()) joined += '/';
            joined += part;
        };
        if (texts_ == Texts::OfLocales) (append(parts), ...);
        return joined;
    }

    bool add(const std::string& key, Text& text, TextForm form = TextForm::Rich,
             Traits traits = {}) {
        return tell({key, key, &text, form, traits.translate, traits.is_required},
                    [&text]() -> Text& { return text; });
    }

    void add_url(Text& text) {
        if (texts_ == Texts::OfRecords) add({}, text, TextForm::Url, kStays);
    }

    template <typename Edit>
    bool tell(const TextSlot& slot, Edit edit) {
        return !slot.text->empty() && visit_(slot, edit);
    }

    void add_vocabularies(std::vector<Vocabulary>& vocabularies) {
        for (Vocabulary& vocabulary : vocabularies) {
            add(key("values", vocabulary.id, "label"), vocabulary.label, TextForm::Literal);
            for (Value& value : vocabulary.values) {
                const std::string its = key("values", vocabulary.id, "values", value.id);
                add(key(its, "label"), value.label, TextForm::Literal, kRequired);
                add(key(its, "alt"), value.alt, TextForm::Literal);
                add(key(its, "text"), value.text, TextForm::Literal, {value.is_translated, false});
            }
        }
    }

    /// Names or tags: one that comes to say nothing is none. `bare`: the cell's key, where that
    /// names them too; else null.
    template <typename Edit>
    void add_list(const std::string& list, const std::string* bare, const std::vector<Text>& texts,
                  bool translate, Edit edit) {
        bool is_any_emptied = false;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::string index = fmt::to_string(i);
            TextSlot slot{key(list, index), {}, &texts[i], TextForm::Literal, translate};
            slot.short_key = bare == nullptr ? slot.key : key(*bare, index);
            if (bare != nullptr && texts.size() == 1) slot.short_key = *bare;
            if (tell(slot, [&]() -> Text& { return edit().edit()[i]; })) is_any_emptied = true;
        }
        if (is_any_emptied)
            std::erase_if(edit().edit(), [](const Text& text) { return text.empty(); });
    }

    template <typename Edit>
    void add_cell(const std::string& its, const Cell& cell, TextForm form,
                  TranslatedParts by_default, Edit edit_cell) {
        const TranslatedParts parts = cell.translate.value_or(by_default);
        const bool all = parts == TranslatedParts::All;
        add_list(
            key(its, "names"), &its, *cell.names,
            all || parts == TranslatedParts::Names, [&]() -> auto& { return edit_cell().names; });
        add_list(
            key(its, "tags"), nullptr, *cell.extras->tags,
            all, [&]() -> auto& { return edit_cell().extras.edit().tags; });
        const std::string detail_key = key(its, "detail");
        tell({detail_key, detail_key, &*cell.extras->detail, TextForm::Literal,
              all || parts == TranslatedParts::Detail},
             [&]() -> Text& { return edit_cell().extras.edit().detail.edit(); });
        tell({key(its, "text"), its, &*cell.text, form, all},
             [&]() -> Text& { return edit_cell().text.edit(); });
        if (texts_ == Texts::OfRecords)
            tell({"", "", &*cell.extras->url, TextForm::Url},
                 [&]() -> Text& { return edit_cell().extras.edit().url.edit(); });
    }

    /// Ids of a vocabulary, as symbols are chosen by them, and parts of files' names are no words.
    void add_records(Dataset& dataset) {
        if (dataset.fields.empty()) return;
        const std::set<std::string_view> ids = fields_of_symbols(dataset);
        for (RecordField& field : dataset.fields) {
            const bool is_text = field.type == FieldType::Text || field.type == FieldType::Rich;
            if (!is_text || !field.fallback || field.is_key || ids.count(field.id) > 0) continue;
            add(key("records", field.id, "default"), *field.fallback,
                field.type == FieldType::Rich ? TextForm::Rich : TextForm::Literal);
        }
    }

    static std::set<std::string_view> fields_of_symbols(const Dataset& dataset) {
        std::set<std::string_view> fields;
        for (const Section& section : dataset.sections) {
            for (const Row& row : section.rows) {
                for (const Cell& cell : *row.cells) {
                    if (dataset.columns[cell.column].kind == ColumnKind::Symbol)
                        fields.insert(cell.extras->record->id);
                }
            }
        }
        return fields;
    }

    void add_columns(Dataset& dataset) {
        for (Column& column : dataset.columns) {
            const std::string its = key("columns", column.id);
            add(key(its, "title"), column.title, TextForm::Literal, kRequired);
            add_url(column.url);
            add(key(its, "empty"), column.empty_text, TextForm::Literal);
            add(key(its, "short"), column.short_title, TextForm::Literal);
            add(key(its, "unit"), column.unit, TextForm::Unit);
            if (column.sample)
                add_cell(key(its, "sample"), *column.sample, TextForm::Rich, TranslatedParts::All,
                         [&]() -> Cell& { return *column.sample; });
        }
        for (Spanner& spanner : dataset.spanners) {
            if (spanner.columns.empty()) continue;
            add(key("spanners", spanner.key(), "title"), spanner.title, TextForm::Literal,
                kRequired);
            add(key("spanners", spanner.key(), "short"), spanner.short_title, TextForm::Literal);
            add_url(spanner.url);
        }
    }

    void add_rows(Dataset& dataset) {
        for (Section& section : dataset.sections) {
            for (Row& row : section.rows) {
                // Of what may become another row's own with the first text that changes.
                const Sparse<std::vector<Cell>> cells = row.cells;
                for (std::size_t i = 0; i < cells->size(); ++i) {
                    const Column& column = dataset.columns[(*cells)[i].column];
                    add_cell(key("rows", row.id, column.id), (*cells)[i],
                             column.kind == ColumnKind::Text ? TextForm::Rich : TextForm::Literal,
                             column.translate, [&]() -> Cell& { return row.cells.edit()[i]; });
                }
            }
        }
    }

    /// One that comes to have no address is none, whatever else is said of it.
    void add_links(std::vector<Link>& links) {
        std::erase_if(links, [this](Link& link) {
            const std::string its = key("links", link.id);
            if (add(key(its, "url"), link.url, TextForm::Url, kStays)) return true;
            add(key(its, "label"), link.label, TextForm::Literal, kRequired);
            add(key(its, "text"), link.text, TextForm::Literal, kStays);
            return false;
        });
    }

    void add_imprint(Imprint& imprint) {
        add("imprint/publisher", imprint.publisher, TextForm::Literal, kStays);
        add("imprint/source", imprint.source, TextForm::Literal);
        add("imprint/licence", imprint.licence, TextForm::Literal, kStays);
        add("imprint/date", imprint.date, TextForm::Literal);
        add("imprint/remark", imprint.remark, TextForm::Literal);
    }

    Texts texts_;
    Visit visit_;
};

}  // namespace

std::vector<std::string> key_parts(std::string_view key) {
    const std::vector<std::string_view> parts = unicode::split(key, '/');
    return {parts.begin(), parts.end()};
}

bool is_link_target(std::string_view key) {
    const std::vector<std::string> parts = key_parts(key);
    return parts.size() == 3 && parts.front() == "links" && parts.back() == "url";
}

void visit_texts(const Dataset& dataset, const std::function<void(const TextSlot&)>& visit,
                 Texts texts) {
    // Nothing is edited.
    TextWalk(texts, [&](const TextSlot& slot, auto&&) {
        visit(slot);
        return false;
    }).walk(const_cast<Dataset&>(dataset));
}

void replace_texts(Dataset& dataset, const std::function<const Text*(const TextSlot&)>& replacement,
                   Texts texts) {
    TextWalk(texts, [&](const TextSlot& slot, auto&& edit) {
        const Text* words = replacement(slot);
        if (words != nullptr) edit() = *words;
        return words != nullptr && words->empty();
    }).walk(dataset);
}

}  // namespace broadside::model
