/* veeam.*: organizations, repositories and the server itself. */
#include "driver.h"

#include <string.h>

static bkj_status iterate_organizations(struct command *command)
{
    struct bkj_veeam_organization_iter *iter = NULL;
    struct bkj_veeam_organization_query *spec = bkj_veeam_organization_query_new();
    bkj_status status = BKJ_OK;
    SET_FLAG(bkj_veeam_organization_query, extended_view);
    SET_TEXT(bkj_veeam_organization_query, msid);
    SET_TEXT(bkj_veeam_organization_query, backed_up_organization_id);
    SET(bkj_veeam_iter_organizations(veeam, spec, &iter, &failure));
    bkj_veeam_organization_query_free(spec);
    SOME(bkj_veeam_organization, show_organization);
}

static bkj_status iterate_repositories(struct command *command)
{
    struct bkj_veeam_repository_iter *iter = NULL;
    struct bkj_veeam_repository_query *spec = bkj_veeam_repository_query_new();
    bkj_status status = BKJ_OK;
    SET_TEXT(bkj_veeam_repository_query, proxy_id);
    SET_TEXT(bkj_veeam_repository_query, proxy_pool_id);
    SET_ID(bkj_veeam_repository_query, organization_id);
    SET_FLAG(bkj_veeam_repository_query, long_term);
    SET(bkj_veeam_iter_repositories(veeam, spec, &iter, &failure));
    bkj_veeam_repository_query_free(spec);
    SOME(bkj_veeam_repository, show_repository);
}

static bkj_status organization(struct command *command)
{
    struct bkj_veeam_organization *found = NULL;
    const char *id = id_of(command, "id");
    const int32_t extended = flag(command, "extended_view");
    if (command->trouble != NULL) {
        return NO_SENSE;
    }
    const bkj_status status = bkj_veeam_organization(veeam, id, extended, &found, &failure);
    ONE(bkj_veeam_organization, show_organization, id);
}

static bkj_status service_instance(void)
{
    struct bkj_veeam_service_instance *found = NULL;
    const bkj_status status = bkj_veeam_service_instance(veeam, &found, &failure);
    SHOW(bkj_veeam_service_instance, show_service_instance);
}

static bkj_status health(void)
{
    struct bkj_veeam_health *found = NULL;
    const bkj_status status = bkj_veeam_health(veeam, &found, &failure);
    SHOW(bkj_veeam_health, show_health);
}

bkj_status veeam_places(struct command *command, const char *verb)
{
    const struct bkj_veeam *client = veeam;
    if (IS("organizations")) {
        ALL(bkj_veeam_organization_list, show_organization, bkj_veeam_organizations);
    } else if (IS("iter_organizations")) {
        return iterate_organizations(command);
    } else if (IS("organization")) {
        return organization(command);
    } else if (IS("used_repositories")) {
        ALL_OF(bkj_veeam_used_repository_list, show_used_repository, bkj_veeam_used_repositories, "organization_id");
    } else if (IS("iter_used_repositories")) {
        EACH_OF(bkj_veeam_used_repository, show_used_repository, bkj_veeam_iter_used_repositories, "organization_id");
    } else if (IS("repositories")) {
        ALL(bkj_veeam_repository_list, show_repository, bkj_veeam_repositories);
    } else if (IS("iter_repositories")) {
        return iterate_repositories(command);
    } else if (IS("repository")) {
        GET(bkj_veeam_repository, show_repository, bkj_veeam_repository);
    } else if (IS("service_instance")) {
        return service_instance();
    } else if (IS("health")) {
        return health();
    }
    return NOT_HERE;
}
