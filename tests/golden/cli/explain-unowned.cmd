explain unowned
