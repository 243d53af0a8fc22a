//! Where files lie: a folder of this machine; later any store that `object_store` speaks to.

use std::{path::Path, sync::Arc};

use bytes::Bytes;
use object_store::{
    Error as StoreError, ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Key,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{Fault, Result};

/// Photos prepared at once: each may need a few hundred megabytes for a moment.
const LANES: usize = 2;

/// The files of a centre; cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    lanes: Arc<Semaphore>,
}

impl Files {
    /// Keeps files in a folder, which is created when missing. A written file has reached the disk.
    pub fn at(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder)
            .map_err(fault)?
            .with_fsync(true);
        Ok(Self {
            store: Arc::new(store),
            lanes: Arc::new(Semaphore::new(LANES)),
        })
    }

    /// Waits for a place among the photos in preparation.
    pub(super) async fn lane(&self) -> Result<OwnedSemaphorePermit> {
        Ok(self
            .lanes
            .clone()
            .acquire_owned()
            .await
            .map_err(|cause| Fault::because("photo lanes", cause))?)
    }

    pub(super) async fn put(&self, key: &str, bytes: impl Into<Bytes>) -> Result<()> {
        self.store
            .put(&Key::from(key), bytes.into().into())
            .await
            .map_err(fault)?;
        Ok(())
    }

    pub(super) async fn get(&self, key: &str) -> Result<Option<Bytes>> {
        match self.store.get(&Key::from(key)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(fault)?)),
            Err(StoreError::NotFound { .. }) => Ok(None),
            Err(error) => Err(fault(error).into()),
        }
    }

    pub(super) async fn remove(&self, key: &str) -> Result<()> {
        match self.store.delete(&Key::from(key)).await {
            Ok(()) | Err(StoreError::NotFound { .. }) => Ok(()),
            Err(error) => Err(fault(error).into()),
        }
    }
}

fn fault(cause: StoreError) -> Fault {
    Fault::because("files", cause)
}
