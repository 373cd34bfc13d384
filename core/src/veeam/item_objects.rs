//! The users, groups, sites and teams that items of a job stand for.

use super::{Links, is_id};
use crate::Extra;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};

/// A user of an item. In a request the id is enough (inferred: no member is required).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct User {
    /// Id within the product.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// Name as shown.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub display_name: Option<String>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// `User`, `Shared` or `Public`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// `OnPremises`, `Cloud` or `Hybrid`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub location_type: Option<String>,
    /// Id on premises; v7.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub on_premises_sid: Option<String>,
    /// Office in the place of business; v7.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub office: Option<String>,
    /// Id at Microsoft; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub msid: Option<String>,
    /// Where the data are kept; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub data_location: Option<String>,
    /// Version of the object; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub e_tag: Option<i64>,
    /// Links.
    #[serde(rename = "_links", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
    /// Members this version does not know, and `assignedLicenses`.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A group of an item. In a request the id is enough (inferred: no member is required).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Group {
    /// Id within the product.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// Name as shown.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub display_name: Option<String>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// User who manages it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub managed_by: Option<String>,
    /// Its site.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub site: Option<String>,
    /// `Office365`, `Security`, `Distribution` or `DynamicDistribution`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub kind: Option<String>,
    /// `OnPremises`, `Cloud` or `Hybrid`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub location_type: Option<String>,
    /// Id on premises; v7.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub on_premises_sid: Option<String>,
    /// Id at Microsoft; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub msid: Option<String>,
    /// Where the data are kept; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub data_location: Option<String>,
    /// Version of the object; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub e_tag: Option<i64>,
    /// Links.
    #[serde(rename = "_links", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A site of an item. A request needs the five members of [`JobSite::new`], by the OpenAPI documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct JobSite {
    /// Id within the product.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub url: Option<String>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub title: Option<String>,
    /// Whether it lies in the cloud.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub is_cloud: Option<bool>,
    /// Whether it is a personal one.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::flag")]
    pub is_personal: Option<bool>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub name: Option<String>,
    /// Address of the object above it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub parent_url: Option<String>,
    /// What went wrong with its site collections.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub site_collection_error: Option<String>,
    /// Version of the object; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub e_tag: Option<i64>,
    /// Links.
    #[serde(rename = "_links", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A team of an item. A request needs the three members of [`Team::new`], by the OpenAPI documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Team {
    /// UUID.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// Name as shown.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub display_name: Option<String>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub mail: Option<String>,
    /// Description.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub description: Option<String>,
    /// Id at Microsoft; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub msid: Option<String>,
    /// Where the data are kept; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::text")]
    pub data_location: Option<String>,
    /// Version of the object; v8.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::lenient::int")]
    pub e_tag: Option<i64>,
    /// Links.
    #[serde(rename = "_links", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl User {
    /// A user by its id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    pub(super) fn check(&self) -> Result<()> {
        need("user", [("id", filled(&self.id))])
    }
}

impl Group {
    /// A group by its id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    pub(super) fn check(&self) -> Result<()> {
        need("group", [("id", filled(&self.id))])
    }
}

impl JobSite {
    /// A site with what a request needs.
    pub fn new(
        id: impl Into<String>,
        url: impl Into<String>,
        title: impl Into<String>,
        is_cloud: bool,
        is_personal: bool,
    ) -> Self {
        Self {
            id: Some(id.into()),
            url: Some(url.into()),
            title: Some(title.into()),
            is_cloud: Some(is_cloud),
            is_personal: Some(is_personal),
            ..Self::default()
        }
    }

    pub(super) fn check(&self) -> Result<()> {
        let flags = [("is_cloud", self.is_cloud.is_some()), ("is_personal", self.is_personal.is_some())];
        // A title may well be empty.
        need("site", [("id", filled(&self.id)), ("url", filled(&self.url)), ("title", self.title.is_some())])?;
        need("site", flags)
    }
}

impl Team {
    /// A team with what a request needs. `id` is a UUID.
    pub fn new(id: impl Into<String>, display_name: impl Into<String>, mail: impl Into<String>) -> Self {
        Self {
            id: Some(id.into()),
            display_name: Some(display_name.into()),
            mail: Some(mail.into()),
            ..Self::default()
        }
    }

    pub(super) fn check(&self) -> Result<()> {
        let id = self.id.as_deref().is_some_and(is_id);
        need("team", [("id", id), ("display_name", self.display_name.is_some()), ("mail", self.mail.is_some())])
    }
}

fn filled(text: &Option<String>) -> bool {
    text.as_deref().is_some_and(|text| !text.trim().is_empty())
}

/// Refuses an object without one of the members that a request needs.
fn need<const N: usize>(what: &str, members: [(&str, bool); N]) -> Result<()> {
    match members.iter().find(|(_, there)| !there) {
        None => Ok(()),
        Some((name, _)) => Err(Error::invalid(format!("the {what} has no {name}, or one that cannot be"))
            .remedied("take the object as the server lists it")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roundtrip::assert_open;
    use serde_json::json;

    #[test]
    fn users_and_groups_are_open() {
        let user: User = assert_open(&json!({
            "id": "u", "displayName": "U", "name": "u@x", "type": "Shared", "locationType": "Cloud",
            "onPremisesSid": null, "office": "", "msid": "m", "dataLocation": null, "eTag": 1, "_links": {},
        }));
        assert!(user.extra.is_empty(), "{:?}", user.extra);
        let group: Group = assert_open(&json!({
            "id": "g", "displayName": "G", "name": "g", "managedBy": "u", "site": "s", "type": "Security",
            "locationType": "Hybrid", "onPremisesSid": "S-1", "msid": "m", "dataLocation": "EUR", "eTag": 1, "_links": {},
        }));
        assert!(group.extra.is_empty(), "{:?}", group.extra);
    }

    #[test]
    fn sites_and_teams_are_open() {
        let site: JobSite = assert_open(&json!({
            "id": "s", "url": "https://x", "title": "X", "isCloud": true, "isPersonal": false, "name": "x",
            "parentUrl": "https://", "siteCollectionError": "", "eTag": 1, "_links": {},
        }));
        assert!(site.extra.is_empty(), "{:?}", site.extra);
        let team: Team = assert_open(&json!({
            "id": "5b0f1a52-51a1-4c3e-9d1c-0f2b7f7a1c11", "displayName": "T", "mail": "t@x", "description": "",
            "msid": "m", "dataLocation": null, "eTag": 1, "_links": {},
        }));
        assert!(team.extra.is_empty(), "{:?}", team.extra);
    }
}
