#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/i18n/merge.hpp"
#include "broadside/load/language_hints.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::i18n {

namespace {

/// Whatever it is written as: `sv-SE`, `swe` and `swedish` are one language. Empty: no idea.
std::string meant_language(const std::string& said) {
    return std::string(unicode::primary_language(unicode::meant_tag(said)));
}

class Choice {
public:
    Choice(const ExchangeFile& file, const LanguageRules& rules) : file_(file), rules_(rules) {}

    Result<std::string> run() {
        if (!file_.dataset.empty() && file_.dataset != rules_.dataset) {
            return refuse(fmt::format("expected translations of \"{}\", got those of \"{}\"",
                                      rules_.dataset, file_.dataset),
                          {"a file is merged into the dataset it was extracted from"});
        }
        const std::string& said = file_.language;
        if (!rules_.wanted.empty() && means_another_than(rules_.wanted))
            return refuse(fmt::format("expected the language {}, got {}", rules_.wanted, said),
                          unicode::is_language_tag(said)
                              ? Hints{"leave out --lang to take what the file says"}
                              : load::language_hints(said));
        const std::string tag = rules_.wanted.empty() ? said : rules_.wanted;
        if (!unicode::is_language_tag(tag)) return refuse_what_is_no_tag(tag);
        if (tag == rules_.source_language)
            return refuse(
                fmt::format("expected a translation, got the dataset's own language {}", tag),
                {"a template gets its language where it is translated"});
        const bool is_known = contains(rules_.known, tag);
        if (!is_known && rules_.wanted.empty() && !same_language_by_other_tags(tag).empty())
            return refuse_ambiguous(tag);
        if (!said.empty() && said != tag)
            tell(note("odd-language", fmt::format("taken for {}, though it says {}", tag, said)));
        if (!is_known && !load::odd_language(tag).empty())
            tell(warning("odd-language", load::odd_language(tag)));
        return {tag, std::move(said_)};
    }

private:
    /// What a file says that means no language at all is not held against what is wanted.
    bool means_another_than(const std::string& wanted) const {
        const std::string meant = meant_language(file_.language);
        return !meant.empty() && meant != meant_language(wanted);
    }

    /// Tags that the file may have been meant for. None where it was extracted for this one.
    std::vector<std::string> same_language_by_other_tags(const std::string& tag) const {
        if (file_.extracted_for == tag) return {};
        std::vector<std::string> tags = rules_.known;
        const bool is_told = !file_.extracted_for.empty();
        if (is_told && !contains(tags, file_.extracted_for)) tags.push_back(file_.extracted_for);
        std::erase_if(tags, [&tag](const std::string& other) {
            return meant_language(other) != meant_language(tag);
        });
        return tags;
    }

    Diagnostics refuse_ambiguous(const std::string& tag) {
        const std::vector<std::string> others = same_language_by_other_tags(tag);
        Hints hints;
        for (const std::string& other : others) {
            const bool is_known = contains(rules_.known, other);
            hints.push_back(fmt::format("--lang {0} {1} {0}.json", other,
                                        is_known ? "merges it into" : "makes it"));
        }
        const std::string own = unicode::meant_tag(tag);
        if (!contains(others, own))
            hints.push_back(fmt::format("--lang {0} makes it a locale of its own, {0}.json", own));
        const bool is_second =
            std::any_of(others.begin(), others.end(),
                        [this](const std::string& other) { return contains(rules_.known, other); });
        return refuse(fmt::format("expected {}, got {}, {}", fmt::join(others, " or "), tag,
                                  is_second ? "which would be a second locale of the same language"
                                            : "which the file was not extracted for"),
                      std::move(hints));
    }

    Diagnostics refuse_what_is_no_tag(const std::string& tag) {
        Hints hints = {"name it with --lang, or in the file's header"};
        if (!tag.empty()) {
            const auto more = load::language_hints(tag);
            hints.insert(hints.begin(), more.begin(), more.end());
        }
        return refuse(fmt::format("expected a language, got \"{}\"", tag), std::move(hints));
    }

    Diagnostics refuse(std::string message, Hints hints) {
        tell(error("wrong-translation", std::move(message), std::move(hints)));
        return std::move(said_);
    }

    void tell(Diagnostic diagnostic) { said_.push_back(std::move(diagnostic).at({file_.name})); }

    const ExchangeFile& file_;
    const LanguageRules& rules_;
    Diagnostics said_;
};

}  // namespace

Result<std::string> language_of(const ExchangeFile& file, const LanguageRules& rules) {
    return Choice(file, rules).run();
}

}  // namespace broadside::i18n
