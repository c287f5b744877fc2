#include <algorithm>
#include <charconv>

#include "api/calls.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"
#include "report/imports/make.hpp"
#include "report/imports/plan_json.hpp"
#include "wire/bounded_json.hpp"

namespace atelier::api {
namespace {

namespace imports = report::imports;
using Plan = std::shared_ptr<imports::ImportPlan>;
using Planned = base::Result<Plan, imports::Refused>;

/// The files in a body: one, or several behind each other, their names and sizes in the query.
base::Result<std::vector<imports::Upload>, Problem> files_of(const net::Request& request) {
    std::vector<imports::Upload> out;
    std::string_view rest = request.body;
    bool sized = false;
    for (const auto& [key, value] : request.query) {
        if (key == "name") {
            if (sized != !out.empty()) return bad_request("size");  // the one before had none
            out.push_back({value, rest});
            sized = false;
        }
        if (key != "size") continue;
        std::size_t size = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), size);
        const bool whole = !value.empty() && read.ptr == value.data() + value.size();
        if (out.empty() || sized || !whole || read.ec != std::errc{} || size > rest.size())
            return bad_request("size");
        out.back().bytes = rest.substr(0, size);
        rest.remove_prefix(size);
        sized = true;
    }
    if (out.empty()) out.push_back({"", rest});
    if (sized && !rest.empty()) return bad_request("size");
    return out;
}

base::Result<imports::Wishes, Problem> wishes_of(const net::Request& request) {
    imports::Wishes out;
    out.language = request.parameter("language").value_or(language_of(request));
    if (out.language != "fr" && out.language != "en") return bad_request("language");
    out.title = request.parameter("title").value_or("");
    const auto decided = domain::decide({}, domain::UpdateWorkshop{out.title, {}},
                                        {domain::Role::organiser, {}}, {});
    if (!out.title.empty() && !decided) return bad_request("title");
    const auto columns = request.parameter("columns");
    if (!columns) return out;
    const auto json = wire::parse_bounded(*columns, wire::client_json_depth_max);
    if (!json || !json.value().is_object()) return bad_request("columns");
    for (const auto& [column, name] : json.value().items()) {
        if (!name.is_string()) return bad_request("columns");
        out.columns.emplace_back(column, name.get<std::string>());
    }
    return out;
}

Problem problem_of(const imports::Refused& refused) {
    Problem out{422, refused.code};
    if (!refused.detail.empty()) out.data = {{"detail", refused.detail}};
    return out;
}

/// A title that came with the file may be none of ours.
void mend_title(imports::ImportPlan& plan) {
    const auto fits = [](const std::string& title) {
        return domain::decide({}, domain::UpdateWorkshop{title, {}}, {domain::Role::organiser, {}},
                              {})
            .ok();
    };
    if (!fits(plan.title)) plan.title = plan.language == "fr" ? "Séance importée" : "Imported";
}

/// Reads the files on the bench. The request is the coroutine's and stays while it waits.
Task<base::Result<Plan, Problem>> plan_of(House& house, const Call& call) {
    auto files = files_of(call.request);
    if (!files) co_return files.error();
    auto wishes = wishes_of(call.request);
    if (!wishes) co_return wishes.error();
    const auto read = [uploads = std::move(files).value(),
                       wanted = std::move(wishes).value()]() -> Planned {
        auto plan = imports::read_import(uploads, wanted);
        if (!plan) return plan.error();
        mend_title(plan.value());
        return std::make_shared<imports::ImportPlan>(std::move(plan).value());
    };
    auto planned = co_await house.workbench.ask(read);
    if (!planned) co_return Problem{503, "busy"};
    if (!*planned) co_return problem_of(planned->error());
    co_return std::move(*planned).value();
}

imports::Into into_of(const net::Request& request) {
    imports::Into out;
    if (const auto phase = request.parameter("phase"))
        out.phase = domain::PhaseId{std::string(*phase)};
    if (const auto board = request.parameter("board"))
        out.board = domain::BoardId{std::string(*board)};
    return out;
}

nlohmann::json outcome_json(const std::vector<domain::Event>& events) {
    std::size_t ideas = 0;
    auto levers = nlohmann::json::array();
    std::string phase;
    for (const domain::Event& event : events) {
        if (const auto* posted = std::get_if<domain::IdeaPosted>(&event)) {
            ++ideas;
            phase = posted->phase.text;
        }
        if (const auto* changed = std::get_if<domain::BoardChanged>(&event))
            levers.push_back(changed->board.lever(changed->levers.front())->name);
    }
    return {{"ideas", ideas}, {"new_levers", std::move(levers)}, {"phase", phase}};
}

}  // namespace

Reply preview_import(House& house, const Call& call) {
    const auto plan = co_await plan_of(house, call);
    if (!plan) co_return respond(plan.error(), call.request);
    co_return respond(200, imports::plan_json(*plan.value()));
}

Reply import_workshop(House& house, const Call& call) {
    const auto plan = co_await plan_of(house, call);
    if (!plan) co_return respond(plan.error(), call.request);
    using Events = std::vector<domain::Recorded>;
    const auto tell = [told = plan.value(), now = base::now_ms()] {
        return std::make_shared<Events>(imports::new_workshop(*told, {}, {}, now));
    };
    const auto events = co_await house.workbench.ask(tell);
    if (!events) co_return respond(Problem{503, "busy"}, call.request);
    const Rooms::Beginning begin = [told = *events](const domain::WorkshopId& id,
                                                    const std::string& code) {
        auto& created = std::get<domain::WorkshopCreated>(told->front().event);
        created.workshop = id;
        created.code = code;
        return std::move(*told);
    };
    const auto made = co_await house.rooms.found(begin);
    if (!made) co_return respond(problem_of(made.error()), call.request);
    nlohmann::json out = created_json(house, made.value());
    out["import"] = imports::plan_json(*plan.value());
    co_return respond(201, out);
}

Reply preview_ideas(House& house, const Call& call) {
    const auto plan = co_await plan_of(house, call);
    if (!plan) co_return respond(plan.error(), call.request);
    const domain::WorkshopId workshop = call.workshop_id();
    const auto settled = co_await house.rooms.settled(workshop);
    if (!settled) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    const auto events =
        imports::added_ideas(settled->workshop, *plan.value(), into_of(call.request), "preview");
    if (!events) co_return respond(problem_of(events.error()), call.request);
    nlohmann::json out = imports::plan_json(*plan.value());
    out["outcome"] = outcome_json(events.value());
    co_return respond(200, out);
}

Reply import_ideas(House& house, const Call& call) {
    const auto plan = co_await plan_of(house, call);
    if (!plan) co_return respond(plan.error(), call.request);
    const domain::WorkshopId workshop = call.workshop_id();
    auto outcome = std::make_shared<nlohmann::json>();
    const Rooms::Addition addition = [told = plan.value(), into = into_of(call.request), outcome](
                                         const domain::Workshop& state,
                                         const std::string& fresh_id) {
        auto events = imports::added_ideas(state, *told, into, fresh_id);
        if (events) *outcome = outcome_json(events.value());
        return events;
    };
    const auto added = co_await house.rooms.add(workshop, addition);
    if (!added) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    if (!*added) co_return respond(problem_of(added->error()), call.request);
    if (!added->value()) co_return respond(problem_of(added->value().error()), call.request);
    nlohmann::json out = imports::plan_json(*plan.value());
    out["outcome"] = *outcome;
    co_return respond(201, out);
}

}  // namespace atelier::api
