#include "broadside/resolve/checks.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "broadside/resolve/lookup.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::resolve {

namespace {

/// The colour in which a drawing of one colour of its own is furthest from the paper.
std::optional<Colour> own_colour(const Drawing& drawing, Colour paper) {
    std::optional<Colour> furthest;
    bool has_others = drawing.image != nullptr;
    const auto meet = [&](const Paint& paint) {
        const Colour* colour = std::get_if<Colour>(&paint);
        has_others = has_others || colour == nullptr;
        if (colour && (!furthest || contrast(*colour, paper) > contrast(*furthest, paper)))
            furthest = *colour;
    };
    for (const Shape& shape : drawing.shapes) {
        if (shape.fill) meet(*shape.fill);
        if (shape.stroke) meet(shape.stroke->paint);
    }
    return has_others ? std::nullopt : furthest;
}

/// "3,60".
bool has_decimal_comma(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t comma = text.find(',');
    return comma != text.npos && unicode::are_ascii_digits(text.substr(0, comma)) &&
           unicode::are_ascii_digits(text.substr(comma + 1));
}

class ReferenceCheck {
public:
    ReferenceCheck(const model::Project& project, Problems& problems)
        : dataset_(project.dataset),
          layout_(project.layout),
          symbols_(project.symbols),
          problems_(problems) {}

    void run() {
        for (const model::Vocabulary& vocabulary : dataset_.vocabularies) {
            for (const model::Value& value : vocabulary.values) check_symbol(value.symbol);
        }
        check_picture(dataset_.logo);
        model::for_each_block(layout_.blocks, [this](const model::Block& block) {
            if (const auto* picture = std::get_if<model::PictureBlock>(&block.kind))
                used_pictures_.insert(picture->ref.id);
        });
        for (const model::Column& column : dataset_.columns) check_column(column);
        for (const model::Spanner& spanner : dataset_.spanners) {
            check_notes(spanner.notes);
            check_picture(spanner.picture);
        }
        for (const auto& [id, cell] : dataset_.cells) {
            check_notes_exist(*cell.notes);
            check_picture(*cell.extras->picture);
            check_link(cell);
        }
        for (const model::Band& band : dataset_.bands) check_band(band);
        for (const model::Section& section : dataset_.sections) {
            check_notes(section.notes);
            for (const model::Row& row : section.rows) check_row(row);
        }
        warn_of_unused();
        warn_of_bands_told_by_colour();
        warn_of_doubtful_numbers();
    }

private:
    void check_symbol(const model::Reference& symbol) {
        if (symbol.id.empty()) return;
        const auto known = symbols_.find(symbol.id);
        if (known == symbols_.end())
            problems_.unknown("symbol", symbol, keys_of(symbols_));
        else if (known->second != nullptr)
            warn_of_faint_symbol(symbol, *known->second);
    }

    /// Icons come in light grey, too, for pages that are dark.
    void warn_of_faint_symbol(const model::Reference& symbol, const Drawing& drawing) {
        constexpr double kLeastSeen = 1.5;
        const Colour paper = layout_.palette[PaletteColour::Paper];
        const std::optional<Colour> colour = own_colour(drawing, paper);
        if (!colour || contrast(*colour, paper) >= kLeastSeen) return;
        problems_.warning(
            "faint-symbol", symbol.place,
            fmt::format("symbol \"{}\" is hardly seen: its {} has a contrast of {:.1f} "
                        "to the paper",
                        symbol.id, to_string(*colour), contrast(*colour, paper)),
            {"write \"currentColor\" for its colours: what has a tone is drawn in "
             "that, then"});
    }

    void check_notes_exist(const std::vector<model::Reference>& notes) {
        for (const model::Reference& note : notes) {
            const model::Note* known = notes_.find(note.id);
            if (known == nullptr) problems_.unknown("note", note, ids_in(dataset_.notes));
            if (known != nullptr && known->is_general)
                problems_.error(
                    "note-without-mark", note.place,
                    fmt::format(
                        "expected a note with a mark, got \"{}\", which is on the whole page",
                        note.id),
                    {"leave \"general\" out of the note"});
        }
    }

    void use_notes(const std::vector<model::Reference>& notes) {
        for (const model::Reference& note : notes) used_notes_.insert(note.id);
    }

    void check_notes(const std::vector<model::Reference>& notes) {
        check_notes_exist(notes);
        use_notes(notes);
    }

    void check_picture(const model::Reference& picture) {
        if (picture.id.empty()) return;
        used_pictures_.insert(picture.id);
        if (!pictures_.find(picture.id))
            problems_.unknown("picture", picture, ids_in(dataset_.pictures));
    }

    /// A picture that only decorates says not where it leads.
    void check_link(const model::Cell& cell) {
        const bool has_words = !cell.names->empty() || !cell.text->empty() ||
                               !cell.extras->date->empty() || cell.quantity;
        if (cell.extras->url->empty() || has_words || cell.extras->picture->id.empty()) return;
        const model::Picture* picture = pictures_.find(cell.extras->picture->id);
        if (picture == nullptr || !picture->alt.empty()) return;
        problems_.error(
            "link-without-words", cell.extras->url->place,
            "expected words that lead to the address, got none",
            {fmt::format("give picture \"{}\" an \"alt\", or the cell a text", picture->id)});
    }

    void check_column(const model::Column& column) {
        if (!column.values.id.empty() && !vocabularies_.find(column.values.id)) {
            problems_.unknown("vocabulary", column.values, ids_in(dataset_.vocabularies));
        }
        check_notes(column.notes);
        check_picture(column.picture);
    }

    void check_band(const model::Band& band) {
        check_symbol(band.symbol);
        for (const auto& [column_id, value] : band.when) {
            const model::Column* column = columns_.find(column_id.id);
            if (column) {
                check_value(*column, value);
            } else {
                problems_.unknown("column", column_id, ids_in(dataset_.columns));
            }
        }
    }

    /// In black and white, and to who sees no difference in colour, they are one.
    void warn_of_bands_told_by_colour() {
        const model::Band* other = nullptr;
        for (const model::Band& band : dataset_.bands) {
            if (!band.symbol.id.empty()) continue;
            if (other != nullptr)
                problems_.warning(
                    "bands-told-by-colour", band.place,
                    fmt::format("colour alone tells the rows of band \"{}\" from those of \"{}\"",
                                band.id, other->id),
                    {"give one or both a \"symbol\", which stands behind the names of their rows"});
            other = &band;
        }
    }

    /// Cells of a column that say a number as it is hardly meant, and what each says.
    using DoubtfulNumbers =
        std::map<const model::Column*, std::vector<std::pair<SourcePlace, std::string>>>;

    void warn_of_doubtful_numbers() {
        // The digits as written are the precision, and programs that write JSON leave zeros out.
        for (const auto& [column, prices] : short_prices_) {
            const auto& [place, number] = prices.front();
            problems_.warning(
                "short-price", place,
                fmt::format(
                    "{} of column \"{}\" {} one decimal: {} is printed as it is written",
                    prices.size() == 1 ? "a price" : fmt::format("{} prices", prices.size()),
                    column->id, prices.size() == 1 ? "has" : "have", number),
                {fmt::format("write {}0", number)});
        }
        for (const auto& [column, words] : decimal_commas_) {
            const auto& [place, number] = words.front();
            const std::size_t comma = number.find(',');
            const std::string whole = number.substr(0, comma), behind = number.substr(comma + 1);
            const std::string grouped = behind.size() == 3 ? whole + behind + " or " : "";
            problems_.warning(
                "decimal-comma", place,
                fmt::format(
                    "{} of column \"{}\" {} a comma: \"{}\" is printed as words, without a "
                    "unit",
                    words.size() == 1 ? "a number" : fmt::format("{} numbers", words.size()),
                    column->id, words.size() == 1 ? "has" : "have", number),
                {fmt::format("write {}{}.{}: each language has its own sign for that", grouped,
                             whole, behind)});
        }
    }

    void check_number(const model::Column& column, const model::Cell& cell) {
        if (column.kind != model::ColumnKind::Number) return;
        if (cell.quantity) {
            const std::string& number = cell.quantity->end();
            const bool is_short = number.size() > 2 && number[number.size() - 2] == '.';
            if (is_short && unicode::is_currency_sign(column.unit.text))
                short_prices_[&column].emplace_back(cell.place, number);
        } else if (has_decimal_comma(cell.text->text)) {
            decimal_commas_[&column].emplace_back(cell.place, cell.text->text);
        }
    }

    void check_value(const model::Column& column, const model::Reference& value) {
        if (value.id.empty()) return;
        if (column.values.id.empty()) {
            problems_.error("value-without-vocabulary", value.place,
                            fmt::format("column \"{}\" has no vocabulary to look up \"{}\" in",
                                        column.id, value.id),
                            {"name one with \"values\" in the column"});
            return;
        }
        const model::Vocabulary* vocabulary = vocabularies_.find(column.values.id);
        if (!vocabulary) return;
        if (const model::Value* known = vocabularies_.find_value(column, value.id)) {
            used_values_.insert(known);
        } else {
            problems_.unknown("value", value, ids_in(vocabulary->values), vocabulary->id);
        }
    }

    void check_row(const model::Row& row) {
        if (!row.band.id.empty() && !bands_.find(row.band.id)) {
            problems_.unknown("band", row.band, ids_in(dataset_.bands));
        }
        for (const model::Cell& cell : *row.cells) check_cell(dataset_.columns[cell.column], cell);
    }

    void check_cell(const model::Column& column, const model::Cell& cell) {
        if (!cell.extras->ref->id.empty() && dataset_.cells.count(cell.extras->ref->id) == 0) {
            problems_.unknown("shared-cell", *cell.extras->ref, keys_of(dataset_.cells));
        }
        check_value(column, *content_of(dataset_, cell).value);
        check_picture(*cell.extras->picture);
        check_link(cell);
        check_notes_exist(*cell.notes);
        check_number(column, cell);
        use_notes(*notes_of(dataset_, cell));
    }

    void warn_of_unused() {
        for (const model::Note& note : dataset_.notes) {
            if (note.is_general || used_notes_.count(note.id) > 0) continue;
            problems_.warning(
                "unused-note", note.text.place,
                fmt::format("nothing refers to note \"{}\"; it is not printed", note.id));
        }
        for (const model::Picture& picture : dataset_.pictures) {
            if (used_pictures_.count(picture.id) > 0) continue;
            problems_.warning(
                "unused-picture", picture.place,
                fmt::format("nothing shows picture \"{}\"; it is not printed", picture.id));
        }
        for (const model::Vocabulary& vocabulary : dataset_.vocabularies) {
            for (const model::Value& value : vocabulary.values) {
                if (used_values_.count(&value) > 0) continue;
                problems_.warning(
                    "unused-value", value.label.place,
                    fmt::format("no cell has value \"{}\" of \"{}\"", value.id, vocabulary.id));
            }
        }
    }

    const model::Dataset& dataset_;
    const model::Layout& layout_;
    const std::map<std::string, DrawingRef>& symbols_;
    Problems& problems_;
    ById<model::Note> notes_{dataset_.notes};
    ById<model::Picture> pictures_{dataset_.pictures};
    // In the dataset's order: columns lie in one vector.
    DoubtfulNumbers short_prices_, decimal_commas_;
    ById<model::Column> columns_{dataset_.columns};
    ById<model::Band> bands_{dataset_.bands};
    Vocabularies vocabularies_{dataset_.vocabularies};
    std::set<std::string> used_notes_, used_pictures_;
    std::set<const model::Value*> used_values_;
};

}  // namespace

void check_references(const model::Project& project, Problems& problems) {
    ReferenceCheck(project, problems).run();
}

void check_block_references(const model::Project& project, Problems& problems) {
    const model::Dataset& dataset = project.dataset;
    model::for_each_block(project.layout.blocks, [&](const model::Block& block) {
        const auto* picture = std::get_if<model::PictureBlock>(&block.kind);
        if (picture && !picture->ref.id.empty() && !find_by_id(dataset.pictures, picture->ref.id))
            problems.unknown("picture", picture->ref, ids_in(dataset.pictures));
        const auto* text = std::get_if<model::TextBlock>(&block.kind);
        const auto* table = std::get_if<model::TableBlock>(&block.kind);
        const model::Reference* ref = text ? &text->ref : table ? &table->caption : nullptr;
        if (ref && !ref->id.empty() && dataset.texts.count(ref->id) == 0)
            problems.unknown("text", *ref, keys_of(dataset.texts));
    });
}

}  // namespace broadside::resolve
