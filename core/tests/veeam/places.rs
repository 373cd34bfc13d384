//! Requests about organizations, repositories and the server itself.

use crate::wire::{ALL, BEFORE_V6, FROM_V6, PAGE, call, check, get, list};
use crate::{JOB, ORG, REPO, RUN};
use backupjobs::veeam;
use veeam::Dialect::{self, V2, V3, V4, V5, V6, V7, V8};

#[test]
fn organizations_and_repositories() {
    let arrays: &[Dialect] = &[V2, V3, V4, V5, V6, V7];
    check(
        "organizations",
        &call(|c| c.organizations()),
        &[(arrays, get("Organizations")), (&[V8], get(&format!("Organizations?{PAGE}")))],
    );
    let extended = veeam::OrganizationQuery::default().extended(true);
    check(
        "iter_organizations",
        &list(move |c| c.iter_organizations(&extended)),
        &[
            (BEFORE_V6, get("Organizations")),
            (&[V6, V7], get("Organizations?extendedView=true")),
            (&[V8], get(&format!("Organizations?extendedView=true&{PAGE}"))),
        ],
    );
    let searched = veeam::OrganizationQuery::default().with_msid(ORG).backed_up_as("b");
    check(
        "iter_organizations by id",
        &list(move |c| c.iter_organizations(&searched)),
        &[(&[V8], get(&format!("Organizations?msid={ORG}&backedUpOrganizationId=b&{PAGE}")))],
    );
    check(
        "organization",
        &call(|c| c.organization(ORG, Some(false))),
        &[
            (BEFORE_V6, get(&format!("Organizations/{ORG}"))),
            (FROM_V6, get(&format!("Organizations/{ORG}?extendedView=false"))),
        ],
    );
    let used = get(&format!("Organizations/{ORG}/usedRepositories?{PAGE}"));
    check("used_repositories", &call(|c| c.used_repositories(ORG)), &[(ALL, used.clone())]);
    check("iter_used_repositories", &list(|c| c.iter_used_repositories(ORG)), &[(ALL, used)]);
    check(
        "repositories",
        &call(|c| c.repositories()),
        &[(arrays, get("BackupRepositories")), (&[V8], get(&format!("BackupRepositories?{PAGE}")))],
    );
    check("repository", &call(|c| c.repository(REPO)), &[(ALL, get(&format!("BackupRepositories/{REPO}")))]);
    let query = veeam::RepositoryQuery::default().on_proxy(JOB);
    let (plain, long) = (query.clone(), query.clone().long_term(true));
    check(
        "iter_repositories",
        &list(move |c| c.iter_repositories(&plain)),
        &[
            (BEFORE_V6, get("BackupRepositories")),
            (&[V6, V7], get(&format!("BackupRepositories?proxyId={JOB}"))),
            (&[V8], get(&format!("BackupRepositories?proxyId={JOB}&{PAGE}"))),
        ],
    );
    check(
        "iter_repositories, archives",
        &list(move |c| c.iter_repositories(&long)),
        &[
            (&[V6, V7], get(&format!("BackupRepositories?proxyId={JOB}&longTerm=true"))),
            (&[V8], get(&format!("BackupRepositories?proxyId={JOB}&longTerm=true&{PAGE}"))),
        ],
    );
    for (query, name) in [
        (veeam::RepositoryQuery::default().on_proxy_pool(RUN), "proxyPoolId"),
        (veeam::RepositoryQuery::default().of_organization(RUN), "organizationId"),
    ] {
        let line = get(&format!("BackupRepositories?{name}={RUN}&{PAGE}"));
        check(name, &list(move |c| c.iter_repositories(&query)), &[(&[V8], line)]);
    }
    check("service_instance", &call(|c| c.service_instance()), &[(FROM_V6, get("ServiceInstance"))]);
    check("health", &call(|c| c.health()), &[(&[V8], get("Health"))]);
}
