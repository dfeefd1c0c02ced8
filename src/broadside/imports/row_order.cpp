#include "broadside/imports/row_order.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "broadside/imports/cell_update.hpp"
#include "broadside/imports/json_additions.hpp"
#include "broadside/imports/matches.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::imports {

namespace {

using load::JsonMember;
using load::JsonValue;

/// An item of a list with what travels with it.
struct Item {
    std::string id;
    std::string before;  // comments on lines above, and the white space before it
    std::string text;
    std::string behind;  // a comment on its line
    std::size_t rows;    // that it spans
};

class RowOrder {
public:
    RowOrder(const SourceFile& file, const model::Dataset& dataset, const Table& table,
             const std::optional<Origin>& origin)
        : json_(load::text_of(file)),
          tree_(load::read_json(file)),
          table_(table),
          matches_(tree_->root, dataset, table_, origin),
          origin_(origin) {}

    OrderedRows run() {
        if (!matches_.knows_any_column()) return {};
        collect();
        for (const JsonMember& section : tree_->root.find("sections")->value.members) {
            const JsonMember* rows = section.value.find("rows");
            if (rows != nullptr) arrange(section.value, rows->value);
        }
        if (splices_.empty()) return {std::nullopt, std::move(changes_)};
        return {load::spliced(json_, std::move(splices_)), std::move(changes_)};
    }

private:
    void collect() {
        for (Section& section : table_.sections) {
            for (std::size_t i = 0; i < section.rows.size(); ++i) {
                const KnownRow* known = matches_.find(section.rows[i]);
                if (known == nullptr) continue;
                place_in_sheet_.emplace(section.rows[i].id, place_in_sheet_.size());
                own_ids_.emplace(section.rows[i].id, section.rows[i].own_id);
                if (section.is_summary(i)) sums_.insert(section.rows[i].id);
                if (!section.is_summary(i)) with_rows_.insert(known->list);
            }
        }
    }

    void arrange(const JsonValue& section, const JsonValue& list) {
        std::vector<Item> items = items_of(list);
        if (items.empty()) return;
        std::vector<Item> sums = take_sums(list, items);
        const bool is_reordered = reorder(items);
        if (sums.empty() && !is_reordered) return;
        std::string text;
        for (std::size_t i = 0; i < items.size(); ++i)
            text += items[i].before + items[i].text + (i + 1 < items.size() ? "," : "") +
                    items[i].behind;
        const std::size_t end =
            line_end(json_, load::value_end(json_, list.members.back().value)).offset;
        splices_.push_back({list.offset + 1, end, std::move(text)});
        if (!sums.empty()) add_sums(section, list, std::move(sums));
    }

    static std::size_t rows_of(const JsonValue& row) {
        std::size_t rows = 1;
        for (const JsonMember& cell : row.members) {
            for (const auto& [key, digits] : spans_in(cell.value)) {
                std::size_t span = 1;
                if (key == "rowspan")
                    std::from_chars(digits.data(), digits.data() + digits.size(), span);
                rows = std::max(rows, span);
            }
        }
        return rows;
    }

    /// Empty where they cannot be told apart line by line.
    std::vector<Item> items_of(const JsonValue& list) const {
        std::vector<Item> items;
        std::size_t begin = list.offset + 1;
        for (const JsonMember& member : list.members) {
            const JsonValue& value = member.value;
            const std::size_t end = load::value_end(json_, value);
            const LineEnd line = line_end(json_, end);
            Item item{std::string(value.find("id")->value.text),
                      std::string(json_.substr(begin, value.offset - begin)),
                      std::string(json_.substr(value.offset, end - value.offset)),
                      std::string(json_.substr(end, line.offset - end)), rows_of(value)};
            const bool is_last = &member == &list.members.back();
            if (!is_last && !line.has_comma) return {};
            if (line.has_comma) item.behind.erase(item.behind.find(','), 1);
            items.push_back(std::move(item));
            begin = line.offset;
        }
        return items;
    }

    /// Under its id, or the one that the first import gave it.
    template <typename Rows>
    typename Rows::const_iterator find_in(const Rows& rows, const std::string& id) const {
        const auto known = rows.find(digest(id).substr(0, kOriginDigits));
        const auto own = own_ids_.find(id);
        return known != rows.end() || own == own_ids_.end()
                   ? known
                   : rows.find(digest(own->second).substr(0, kOriginDigits));
    }

    /// Those that a person moved from the summary stay.
    std::vector<Item> take_sums(const JsonValue& list, std::vector<Item>& items) {
        std::vector<Item> sums;
        const bool has_spans =
            std::any_of(items.begin(), items.end(), [](const Item& item) { return item.rows > 1; });
        if (with_rows_.count(&list) == 0 || has_spans) return sums;
        while (!items.empty()) {
            const std::string& id = items.back().id;
            if (sums_.count(id) == 0 ||
                (origin_ && find_in(origin_->sums, id) != origin_->sums.end()))
                break;
            changes_.push_back(fmt::format("{}: a summary now, below the rows", id));
            sums.insert(sums.begin(), std::move(items.back()));
            items.pop_back();
        }
        return sums;
    }

    void add_sums(const JsonValue& section, const JsonValue& list, std::vector<Item> sums) {
        const JsonMember* summary = section.find("summary");
        if (summary != nullptr) {
            for (Item& item : sums) additions_.add(summary->value, 0, std::move(item.text), 6);
            additions_.add_to(json_, splices_);
            additions_ = {};
            return;
        }
        std::string text = ", \"summary\": [";
        for (std::size_t i = 0; i < sums.size(); ++i)
            text +=
                sums[i].before + sums[i].text + (i + 1 < sums.size() ? "," : "") + sums[i].behind;
        const std::size_t end = load::value_end(json_, list);
        splices_.push_back({end, end, text + "\n    ]"});
    }

    bool reorder(std::vector<Item>& items) {
        // Each row of the sheet with those that it spans, and those behind it that the sheet does
        // not have.
        std::vector<std::vector<Item>> groups(1);
        std::vector<std::string> here;
        std::size_t spanned = 0;  // rows below
        bool is_torn = false;     // what a row spans stands elsewhere in the sheet
        for (const Item& item : items) {
            const bool is_of_sheet = place_in_sheet_.count(item.id) > 0;
            if (spanned > 0)
                is_torn = is_torn || !is_of_sheet || here.empty() ||
                          place_in_sheet_.at(item.id) != place_in_sheet_.at(here.back()) + 1;
            else if (is_of_sheet)
                groups.emplace_back();
            if (is_of_sheet) here.push_back(item.id);
            spanned = std::max(spanned, item.rows) - 1;
            groups.back().push_back(item);
        }
        std::vector<std::string> there = here;
        std::sort(there.begin(), there.end(), [&](const std::string& a, const std::string& b) {
            return place_in_sheet_.at(a) < place_in_sheet_.at(b);
        });
        if (here == there || !origin_) return false;
        const auto before = [&](std::vector<std::string> ids) {
            const auto is_new = [&](const std::string& id) { return place_before(id) == kNone; };
            ids.erase(std::remove_if(ids.begin(), ids.end(), is_new), ids.end());
            return ids;
        };
        const auto is_as_before = [&](const std::vector<std::string>& ids) {
            return std::is_sorted(ids.begin(), ids.end(),
                                  [&](const std::string& a, const std::string& b) {
                                      return place_before(a) < place_before(b);
                                  });
        };
        // The sheet has the order that it had.
        if (is_as_before(before(there))) return false;
        const bool is_by_hand = !is_as_before(before(here));
        if (is_by_hand || is_torn) {
            changes_.push_back(fmt::format(
                "rows from {}: in a new order in the sheet, where {} stays", here.front(),
                is_by_hand ? "the one made by hand" : "the one of rows with merged cells"));
            return false;
        }
        changes_.push_back(
            fmt::format("rows from {}: in the new order of the sheet", there.front()));
        std::sort(groups.begin() + 1, groups.end(), [&](const auto& a, const auto& b) {
            return place_in_sheet_.at(a.front().id) < place_in_sheet_.at(b.front().id);
        });
        items.clear();
        for (std::vector<Item>& group : groups)
            std::move(group.begin(), group.end(), std::back_inserter(items));
        return true;
    }

    std::size_t place_before(const std::string& id) const {
        const auto found = find_in(origin_->rows, id);
        return found == origin_->rows.end() ? kNone : found->second;
    }

    std::string_view json_;
    std::optional<load::JsonTree> tree_;
    Table table_;
    Matches matches_;
    const std::optional<Origin>& origin_;
    std::map<std::string, std::size_t> place_in_sheet_;  // of rows that the dataset has
    std::map<std::string, std::string> own_ids_;         // of these
    std::set<std::string> sums_;                         // of these
    std::set<const JsonValue*> with_rows_;               // lists in which others are
    JsonAdditions additions_;
    std::vector<load::Splice> splices_;
    std::vector<std::string> changes_;
};

}  // namespace

OrderedRows rows_in_order(const SourceFile& file, const model::Dataset& dataset, const Table& table,
                          const std::optional<Origin>& origin) {
    return RowOrder(file, dataset, table, origin).run();
}

}  // namespace broadside::imports
