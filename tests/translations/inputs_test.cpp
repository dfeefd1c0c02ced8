#include "broadside/translations/inputs.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

DatasetInput dataset_in(const std::string& folder, const std::string& schema) {
    DatasetInput dataset;
    dataset.folder = folder;
    dataset.file = kept("", R"({"$schema": ")" + schema + R"("})");
    return dataset;
}

TEST(LocaleSchema, LeadsFromAnyFolderToTheOneBesideTheDatasetsSchema) {
    const DatasetInput dataset = dataset_in("data/lunch", "../schema/dataset.schema.json");
    EXPECT_EQ(locale_schema(dataset, "data/lunch/locales"), "../../schema/locale.schema.json");
    EXPECT_EQ(locale_schema(dataset, "output"), "../data/schema/locale.schema.json");
    EXPECT_EQ(locale_schema(dataset, "."), "data/schema/locale.schema.json");
}

TEST(LocaleSchema, StaysAsItIsWhereItIsAbsolute) {
    EXPECT_EQ(locale_schema(dataset_in("p", "https://example.org/dataset.schema.json"), "output"),
              "https://example.org/locale.schema.json");
}

TEST(LocaleSchema, IsEmptyWhereNothingIsKnownOfIt) {
    EXPECT_EQ(locale_schema(dataset_in("p", "other.json"), "output"), "");
    EXPECT_EQ(locale_schema(dataset_in("p", "dataset.schema.json"), "/output"), "");
    DatasetInput dataset;
    dataset.file = kept("", "{}");
    EXPECT_EQ(locale_schema(dataset, "output"), "");
}

}  // namespace
}  // namespace broadside
