#include "wire/fields.hpp"

namespace atelier::wire {
namespace {

const nlohmann::json& nothing() {
    static const nlohmann::json value;
    return value;
}

}  // namespace

Fields::Fields(const nlohmann::json& object, std::string& first_wrong, std::string path)
    : object_(object), first_wrong_(first_wrong), path_(std::move(path)) {
    if (!object.is_object() && !object.is_null() && first_wrong_.empty())
        first_wrong_ = path_.empty() ? "(not an object)" : path_;
}

const nlohmann::json& Fields::raw(std::string_view key) const {
    if (!object_.is_object()) return nothing();
    const auto found = object_.find(key);
    return found == object_.end() ? nothing() : *found;
}

bool Fields::has(std::string_view key) const { return !raw(key).is_null(); }

void Fields::wrong(std::string_view key) const {
    if (first_wrong_.empty()) first_wrong_ = path_of(key);
}

std::optional<std::string> Fields::maybe_text(std::string_view key) const {
    const auto& value = raw(key);
    if (value.is_string()) return value.get_ref<const std::string&>();
    if (!value.is_null()) wrong(key);
    return std::nullopt;
}

std::optional<bool> Fields::maybe_flag(std::string_view key) const {
    const auto& value = raw(key);
    if (value.is_boolean()) return value.get<bool>();
    if (!value.is_null()) wrong(key);
    return std::nullopt;
}

std::string Fields::text(std::string_view key) const {
    if (!has(key)) wrong(key);
    return maybe_text(key).value_or(std::string{});
}

bool Fields::flag(std::string_view key) const {
    if (!has(key)) wrong(key);
    return maybe_flag(key).value_or(false);
}

std::optional<std::int64_t> Fields::maybe_int64(std::string_view key, std::int64_t least,
                                                std::int64_t most) const {
    const auto& value = raw(key);
    if (value.is_null()) return std::nullopt;
    // 3.0 and 1e3 are not integers here: only what is written as one.
    const bool fits = value.is_number_unsigned()
                          ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX)
                          : value.is_number_integer();
    const std::int64_t number = fits ? value.get<std::int64_t>() : 0;
    if (fits && number >= least && number <= most) return number;
    wrong(key);
    return std::nullopt;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
    std::vector<std::string> out;
    for (const auto& item : array(key)) {
        if (!item.is_string()) {
            wrong(key);
            break;
        }
        out.push_back(item.get<std::string>());
    }
    return out;
}

Fields Fields::object(std::string_view key) const {
    if (!has(key)) wrong(key);
    return maybe_object(key);
}

Fields Fields::maybe_object(std::string_view key) const {
    return Fields(raw(key), first_wrong_, path_of(key));
}

const nlohmann::json& Fields::array(std::string_view key) const {
    static const auto empty = nlohmann::json::array();
    const auto& value = raw(key);
    if (value.is_array()) return value;
    if (!value.is_null()) wrong(key);
    return empty;
}

std::string Fields::path_of(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

std::string Fields::path_of(std::string_view key, std::size_t index) const {
    return path_of(key) + "." + std::to_string(index);
}

}  // namespace atelier::wire
