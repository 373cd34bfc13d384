//! The users, groups, sites and teams that items of a job stand for.

use crate::convert::to_extra;
use backupjobs::veeam;
use pyo3::prelude::*;

crate::model::model! {
    /// A user of an item. In a request the id is enough (inferred: no member is required).
    ///
    /// :param id: Id within the product
    /// :param display_name: Name as shown
    /// :param name: Mail address
    /// :param kind: User, Shared or Public
    /// :param location_type: OnPremises, Cloud or Hybrid
    /// :param on_premises_sid: Id on premises; v7
    /// :param office: Office in the place of business; v7
    /// :param msid: Id at Microsoft; v8
    /// :param data_location: Where the data are kept; v8
    /// :param e_tag: Version of the object; v8
    User shows veeam::User, as "User" in "backupjobs.veeam" {
        /// Id within the product.
        id,
        /// Name as shown.
        display_name,
        /// Mail address.
        name,
        /// User, Shared or Public.
        kind,
        /// OnPremises, Cloud or Hybrid.
        location_type,
        /// Id on premises; v7.
        on_premises_sid,
        /// Office in the place of business; v7.
        office,
        /// Id at Microsoft; v8.
        msid,
        /// Where the data are kept; v8.
        data_location,
        /// Version of the object; v8.
        e_tag,
        /// Links.
        links,
        /// Members this version does not know, and assignedLicenses.
        extra,
    } with links {
        #[new]
        #[pyo3(signature = (id, *, display_name=None, name=None, kind=None, location_type=None,
            on_premises_sid=None, office=None, msid=None, data_location=None, e_tag=None, extra=None))]
        #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
        fn new(
            id: &str,
            display_name: Option<String>,
            name: Option<String>,
            kind: Option<String>,
            location_type: Option<String>,
            on_premises_sid: Option<String>,
            office: Option<String>,
            msid: Option<String>,
            data_location: Option<String>,
            e_tag: Option<i64>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = veeam::User::new(id);
            object.display_name = display_name;
            object.name = name;
            object.kind = kind;
            object.location_type = location_type;
            object.on_premises_sid = on_premises_sid;
            object.office = office;
            object.msid = msid;
            object.data_location = data_location;
            object.e_tag = e_tag;
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}

crate::model::model! {
    /// A group of an item. In a request the id is enough (inferred: no member is required).
    ///
    /// :param id: Id within the product
    /// :param display_name: Name as shown
    /// :param name: Name
    /// :param managed_by: User who manages it
    /// :param site: Its site
    /// :param kind: Office365, Security, Distribution or DynamicDistribution
    /// :param location_type: OnPremises, Cloud or Hybrid
    /// :param on_premises_sid: Id on premises; v7
    /// :param msid: Id at Microsoft; v8
    /// :param data_location: Where the data are kept; v8
    /// :param e_tag: Version of the object; v8
    Group shows veeam::Group, as "Group" in "backupjobs.veeam" {
        /// Id within the product.
        id,
        /// Name as shown.
        display_name,
        /// Name.
        name,
        /// User who manages it.
        managed_by,
        /// Its site.
        site,
        /// Office365, Security, Distribution or DynamicDistribution.
        kind,
        /// OnPremises, Cloud or Hybrid.
        location_type,
        /// Id on premises; v7.
        on_premises_sid,
        /// Id at Microsoft; v8.
        msid,
        /// Where the data are kept; v8.
        data_location,
        /// Version of the object; v8.
        e_tag,
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links {
        #[new]
        #[pyo3(signature = (id, *, display_name=None, name=None, managed_by=None, site=None, kind=None,
            location_type=None, on_premises_sid=None, msid=None, data_location=None, e_tag=None, extra=None))]
        #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
        fn new(
            id: &str,
            display_name: Option<String>,
            name: Option<String>,
            managed_by: Option<String>,
            site: Option<String>,
            kind: Option<String>,
            location_type: Option<String>,
            on_premises_sid: Option<String>,
            msid: Option<String>,
            data_location: Option<String>,
            e_tag: Option<i64>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = veeam::Group::new(id);
            object.display_name = display_name;
            object.name = name;
            object.managed_by = managed_by;
            object.site = site;
            object.kind = kind;
            object.location_type = location_type;
            object.on_premises_sid = on_premises_sid;
            object.msid = msid;
            object.data_location = data_location;
            object.e_tag = e_tag;
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}

crate::model::model! {
    /// A site of an item. A request needs the five members of JobSite::new, by the OpenAPI documents.
    ///
    /// :param id: Id within the product
    /// :param url: Address
    /// :param title: Title
    /// :param is_cloud: Whether it lies in the cloud
    /// :param is_personal: Whether it is a personal one
    /// :param name: Name
    /// :param parent_url: Address of the object above it
    /// :param site_collection_error: What went wrong with its site collections
    /// :param e_tag: Version of the object; v8
    JobSite shows veeam::JobSite, as "JobSite" in "backupjobs.veeam" {
        /// Id within the product.
        id,
        /// Address.
        url,
        /// Title.
        title,
        /// Whether it lies in the cloud.
        is_cloud,
        /// Whether it is a personal one.
        is_personal,
        /// Name.
        name,
        /// Address of the object above it.
        parent_url,
        /// What went wrong with its site collections.
        site_collection_error,
        /// Version of the object; v8.
        e_tag,
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links {
        #[new]
        #[pyo3(signature = (id, url, title, is_cloud, is_personal, *, name=None, parent_url=None,
            site_collection_error=None, e_tag=None, extra=None))]
        #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
        fn new(
            id: &str,
            url: &str,
            title: &str,
            is_cloud: bool,
            is_personal: bool,
            name: Option<String>,
            parent_url: Option<String>,
            site_collection_error: Option<String>,
            e_tag: Option<i64>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = veeam::JobSite::new(id, url, title, is_cloud, is_personal);
            object.name = name;
            object.parent_url = parent_url;
            object.site_collection_error = site_collection_error;
            object.e_tag = e_tag;
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}

crate::model::model! {
    /// A team of an item. A request needs the three members of Team::new, by the OpenAPI documents.
    ///
    /// :param id: UUID
    /// :param display_name: Name as shown
    /// :param mail: Mail address
    /// :param description: Description
    /// :param msid: Id at Microsoft; v8
    /// :param data_location: Where the data are kept; v8
    /// :param e_tag: Version of the object; v8
    Team shows veeam::Team, as "Team" in "backupjobs.veeam" {
        /// UUID.
        id,
        /// Name as shown.
        display_name,
        /// Mail address.
        mail,
        /// Description.
        description,
        /// Id at Microsoft; v8.
        msid,
        /// Where the data are kept; v8.
        data_location,
        /// Version of the object; v8.
        e_tag,
        /// Links.
        links,
        /// Members this version does not know.
        extra,
    } with links {
        #[new]
        #[pyo3(signature = (id, display_name, mail, *, description=None, msid=None, data_location=None, e_tag=None,
            extra=None))]
        #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
        fn new(
            id: &str,
            display_name: &str,
            mail: &str,
            description: Option<String>,
            msid: Option<String>,
            data_location: Option<String>,
            e_tag: Option<i64>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = veeam::Team::new(id, display_name, mail);
            object.description = description;
            object.msid = msid;
            object.data_location = data_location;
            object.e_tag = e_tag;
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}
